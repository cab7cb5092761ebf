// The few things that HTML cannot do alone. Everything works without this file.
"use strict";

// A page of somebody signed in must not come back with the back button after signing out.
window.addEventListener("pageshow", (event) => {
  if (event.persisted && document.documentElement.hasAttribute("data-private")) location.reload();
});

// What went wrong, or what has just been said, gets the focus: on arrival and after each swap.
function lookAtNews(place) {
  const news = place.querySelector?.("[data-focus]");
  if (news) news.focus();
}
document.addEventListener("DOMContentLoaded", () => lookAtNews(document));
document.addEventListener("htmx:after:swap", () => lookAtNews(document));

// No connection: say it next to the button; what was typed stays where it is.
document.addEventListener("htmx:error", (event) => {
  const form = event.target.closest?.("form");
  const place = form?.querySelector("[data-offline]");
  if (place) place.hidden = false;
});
document.addEventListener("htmx:before:request", (event) => {
  const place = event.target.closest?.("form")?.querySelector("[data-offline]");
  if (place) place.hidden = true;
});

// <button data-print>: an ordinary button that is shown only where this file runs.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
