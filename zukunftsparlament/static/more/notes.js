// Writing along: what could not be saved is sent again by itself, and nobody leaves with something unsaved unasked.
"use strict";
{
  const AGAIN_MS = 5000;
  const unsaved = new Set();
  const formOf = (place) => place?.closest?.("form[data-notes]");

  document.addEventListener("input", (event) => formOf(event.target) && unsaved.add(formOf(event.target)));
  document.addEventListener("submit", () => unsaved.clear());
  document.addEventListener("htmx:after:swap", () => {
    for (const form of unsaved) if (form.querySelector("[data-saved]")) unsaved.delete(form);
  });
  const again = () => unsaved.forEach((form) => htmx.trigger(form.querySelector("textarea"), "nochmal"));
  window.addEventListener("online", again);
  setInterval(() => {
    if (navigator.onLine && !document.querySelector("[name=theirs]")) again();
  }, AGAIN_MS);
  window.addEventListener("beforeunload", (event) => unsaved.size && event.preventDefault());
}
