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

// Whoever tapped a button that the swap took away finds the focus on what stands there now, or as near as can be.
let tappedIn = []; // the ids around the button, from the inside out
document.addEventListener("htmx:before:swap", () => {
  tappedIn = [];
  for (let at = document.activeElement; at?.parentElement?.closest("main"); at = at.parentElement) if (at.id) tappedIn.push(at.id);
});
document.addEventListener("htmx:after:swap", () => {
  lookAtNews(document);
  for (const id of tappedIn) {
    const place = document.getElementById(id);
    for (const one of place ? [place, ...place.querySelectorAll("button, a[href]")] : []) {
      if (document.activeElement !== document.body) return;
      one.focus(); // what is hidden takes none
    }
  }
});

// No connection, or the server is in trouble: the form says so and stays as it was, with all that was typed.
const troubleIn = (form) => form?.querySelector?.("[data-trouble]");
document.addEventListener("htmx:before:request", (event) => {
  const place = troubleIn(event.target.closest?.("form"));
  if (place) place.hidden = true;
});
document.addEventListener("htmx:error", (event) => {
  const place = troubleIn(event.target.closest?.("form"));
  if (place) place.hidden = false;
});
document.addEventListener("htmx:before:swap", (event) => {
  const { ctx } = event.detail;
  const place = troubleIn(event.target.closest?.("form"));
  const status = ctx.response?.status ?? 200;
  if (!place || (status < 500 && status !== 429)) return;
  event.preventDefault();
  place.hidden = false;
});
// The net is back: what was said about it goes. The tap itself has to be made again.
const netIsBack = () => document.querySelectorAll("[data-trouble]").forEach((place) => (place.hidden = true));
document.addEventListener("htmx:sse:after:connection", netIsBack);
window.addEventListener("online", netIsBack);

// The office's places are one row on a phone: the one that is open comes into sight.
document.querySelector(".office__nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

// <button data-print>: an ordinary button that is shown only where this file runs.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
