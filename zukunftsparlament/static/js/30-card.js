// Signing in with a card. The secret stands behind the # of the link, so it reaches no log: this puts it into the form.
"use strict";
{
  const KEPT = "zp-act";
  const MINUTES = 10;
  const kept = JSON.parse(localStorage.getItem(KEPT) ?? "null");
  const isFresh = kept && Date.now() - kept.at < MINUTES * 60_000;
  if (kept && !isFresh) localStorage.removeItem(KEPT); // on whatever page: nothing typed lies about for longer

  // <form data-keep-act>: what was tapped before signing in waits here for a card scanned in a new tab.
  const keepAct = () => {
    const words = document.querySelector("form[data-keep-act]");
    const fields = [...(words?.querySelectorAll("input[type=hidden]") ?? [])].map((input) => [input.name, input.value]);
    if (fields.length) localStorage.setItem(KEPT, JSON.stringify({ at: Date.now(), fields }));
  };
  keepAct();
  document.addEventListener("htmx:after:swap", keepAct); // a tap without a session is answered with that form

  // <form data-card hidden> with <input name=code>, and [data-card-missing] for a link without its secret.
  const card = document.querySelector("form[data-card]");
  if (card) {
    const code = location.hash.slice(1);
    history.replaceState(null, "", location.pathname);
    card.elements.code.value = code;
    card.hidden = !code;
    for (const sorry of document.querySelectorAll("[data-card-missing]")) sorry.hidden = Boolean(code);
    for (const note of document.querySelectorAll("[data-needs-script]")) note.hidden = false;

    localStorage.removeItem(KEPT);
    for (const [name, value] of isFresh ? kept.fields : []) {
      card.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
  }
}
