// The phone in the room. The live region says which question counts (data-question); its ballot lies outside of it, in
// #zettel, and is fetched once when another question counts. While it is the same one, nothing touches the ballot.
"use strict";
{
  const LOOK_MS = 1000;
  let asking = false;
  let readsOn = false; // whoever had the focus on the ballot has it on the question, through all that follows
  const readOn = () => document.activeElement === document.body && document.getElementById("frage")?.focus();

  async function look() {
    const region = document.getElementById("raum");
    const paper = document.getElementById("zettel");
    if (!region || asking || region.dataset.question === paper.dataset.question) return;
    if (paper.querySelector(".htmx-request")) return; // a vote is on its way
    asking = true;
    const inside = paper.contains(document.activeElement);
    await htmx.ajax("GET", paper.dataset.address, { target: paper, swap: "outerHTML" }).catch(() => {});
    asking = false;
    // Whoever had scrolled away sees what is asked.
    if (document.querySelector("#paper form")) document.getElementById("frage")?.scrollIntoView();
    else if (inside) readOn();
  }

  // Trouble leaves the ballot as it is: it is asked for again.
  document.addEventListener("htmx:before:swap", (event) => {
    const { ctx } = event.detail;
    if (ctx.target?.id === "zettel" && ctx.response?.status >= 400) event.preventDefault();
  });
  document.addEventListener("htmx:before:swap", () => (readsOn = document.activeElement?.id === "frage"));
  document.addEventListener("htmx:after:swap", () => {
    if (readsOn) readOn();
    look();
  });
  setInterval(look, LOOK_MS); // also what could not be fetched a moment ago
}
