// Easier to read: reading aloud, help with a word, and a language that changes under what somebody has typed.
"use strict";
{
  // The reader itself is fetched when somebody wants it. Only voices of the device: others send the text away.
  const button = document.querySelector("[data-aloud]");
  const voices = globalThis.speechSynthesis?.getVoices ? speechSynthesis : null;
  const look = () => (button.hidden = !voices.getVoices().some((one) => one.localService && /^de\b/i.test(one.lang)));
  if (button && voices) {
    look();
    setTimeout(look, 1000); // Safari has them a little later and does not say so
    voices.addEventListener?.("voiceschanged", look);
    const gone = () => (button.hidden = true); // not to be had: offline, or a browser that refuses it
    button.addEventListener("click", () => import(button.dataset.aloud).then((aloud) => aloud.read(button), gone));
  }

  // Help under the text that has the word; a second tap takes it away. Without this file the link leads to all words.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.word");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const place = link.closest("p, li, dd");
    const open = link.getAttribute("aria-expanded") === "true";
    link.setAttribute("aria-expanded", String(!open));
    if (open) return document.getElementById(`word-${link.hash.slice(1)}`)?.remove();
    const box = document.createElement("div");
    Object.assign(box, { id: `word-${link.hash.slice(1)}`, className: "notice", role: "status", textContent: "…" });
    place.matches("p") ? place.after(box) : place.append(box);
    htmx.ajax("GET", link.pathname + "/" + link.hash.slice(1), { target: box, swap: "innerHTML" });
  });

  // What is typed and not yet sent lies in this tab while the page comes back in the other language; then it is gone.
  const KEPT = "zp-typed";
  const SECRET = "[type=hidden], [type=password], [type=file], [name=words]";
  const fields = () => [...document.querySelectorAll("main :is(input, textarea, select)[name]")].filter((one) => !one.matches(SECRET));
  const key = (one) => `${one.form?.getAttribute("action")} ${one.name} ${/radio|checkbox/.test(one.type) ? one.value : ""}`;
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
  sessionStorage.removeItem(KEPT);
  for (const one of fields()) {
    const was = kept[key(one)];
    if (typeof was === "boolean") one.checked = was;
    else if (was) one.value = was;
  }
  for (const form of document.querySelectorAll("form[data-keeps-typed], form.sizes")) {
    form.addEventListener("submit", () => {
      const typed = fields().map((one) => [key(one), /radio|checkbox/.test(one.type) ? one.checked : one.value]);
      sessionStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(typed)));
    });
  }
}
