// An invitation's code stands behind the # of its link, so that it reaches no log: this puts it into the form.
"use strict";
{
  const field = document.getElementById("invitation");
  const code = decodeURIComponent(location.hash.slice(1));
  if (field && code) {
    history.replaceState(null, "", location.pathname);
    field.value = code.slice(0, 40);
  }
}
