// The desk of the chairs: the sentence to say, read aloud; and the big step, against a second tap.
"use strict";
{
  // Only voices of the device: others send the text away.
  const voices = globalThis.speechSynthesis?.getVoices ? speechSynthesis : null;
  const voice = () => voices?.getVoices().find((one) => one.localService && /^de\b/i.test(one.lang));
  const look = () => document.querySelectorAll("[data-say]").forEach((button) => (button.hidden = !voice()));
  look();
  setTimeout(look, 1000); // Safari has them a little later and does not say so
  voices?.addEventListener?.("voiceschanged", look);
  document.addEventListener("htmx:after:swap", look);

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-say]");
    if (!button || !voice()) return;
    const text = document.getElementById(button.dataset.say).textContent;
    const spoken = Object.assign(new SpeechSynthesisUtterance(text), { voice: voice(), lang: voice().lang });
    spoken.rate = Number(localStorage.getItem("zp-speed") ?? 1);
    voices.cancel();
    voices.speak(spoken);
  });

  // A tap leads to the next step, on the same spot of the glass: a double tap must not take that one, too.
  const REST_MS = 700;
  let shown = "";
  let rests = 0; // until when
  function big() {
    const button = document.getElementById("weiter");
    const does = button?.form ? new URLSearchParams(new FormData(button.form)) + button.form.action : button?.href;
    return [button, String(does)];
  }
  function rest() {
    const [button, does] = big();
    if (shown !== does) rests = performance.now() + REST_MS;
    shown = does;
    const left = rests - performance.now();
    if (left <= 0) return button?.removeAttribute("aria-disabled");
    button?.setAttribute("aria-disabled", "true");
    setTimeout(rest, left);
  }
  shown = big()[1];
  document.addEventListener("htmx:after:swap", rest);
  document.addEventListener(
    "click",
    (event) => {
      if (!event.target.closest?.("#weiter[aria-disabled]")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
}
