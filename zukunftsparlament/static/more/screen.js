// The projector: nobody scrolls it, and its laptop must not go to sleep.
"use strict";
{
  const root = document.documentElement;
  const SMALLEST = 0.5; // of the usual size

  // What does not fit on the wall gets smaller until it does.
  function fit() {
    root.style.fontSize = "";
    const usual = parseFloat(getComputedStyle(root).fontSize);
    for (let size = 1; size > SMALLEST && innerWidth > 640 && root.scrollHeight > innerHeight + 1; size -= 0.04) {
      root.style.fontSize = `${usual * size}px`;
    }
  }
  fit();
  document.fonts?.ready.then(fit);
  addEventListener("resize", fit);
  document.addEventListener("htmx:after:swap", fit);

  // Browsers that cannot promise to stay awake show the page as well.
  const stayAwake = () => document.hidden || navigator.wakeLock?.request("screen").catch(() => {});
  stayAwake();
  document.addEventListener("visibilitychange", stayAwake);
}
