// The desk of the chairs: the sentence to say, read aloud.
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
}
