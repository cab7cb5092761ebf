// The projector's laptop must not go to sleep during a sitting. Browsers that cannot promise that show the page as well.
"use strict";
{
  const stayAwake = () => document.hidden || navigator.wakeLock?.request("screen").catch(() => {});
  stayAwake();
  document.addEventListener("visibilitychange", stayAwake);
}
