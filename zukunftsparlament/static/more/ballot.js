// A ballot with several marks: says what is left while somebody ticks, and lets them tap their order of preference.
// Without it all of that can be done with the ticks and lists on the page.
"use strict";
{
  const EUROS = new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" });

  function sayWhatIsLeft(form) {
    const left = form.querySelector("[data-left]");
    if (!left) return;
    const ticked = [...form.querySelectorAll("input[name=choice]:checked")];
    const inMoney = left.dataset.amount !== undefined;
    const most = Number(inMoney ? left.dataset.amount : left.dataset.atMost);
    const used = inMoney ? ticked.reduce((sum, one) => sum + Number(one.dataset.cost), 0) : ticked.length;
    const number = Math.abs(most - used);
    const [fits, tooMuch] = left.dataset.says.split("|");
    left.textContent = (used <= most ? fits : tooMuch).replace("{n}", inMoney ? EUROS.format(number / 100) : number);
    left.classList.toggle("paper__note", used > most);
    left.hidden = false;
  }

  const listsOf = (ranking) => [...ranking.querySelectorAll("select")];
  const orderIn = (ranking) => [...new Set(listsOf(ranking).map((list) => list.value).filter(Boolean))];

  function showOrder(ranking, order) {
    listsOf(ranking).forEach((list, place) => (list.value = order[place] ?? ""));
    for (const tap of ranking.querySelectorAll("[data-tap]")) {
      const place = order.indexOf(tap.dataset.tap) + 1;
      const says = tap.querySelector("[data-place]");
      tap.setAttribute("aria-pressed", String(place > 0));
      tap.querySelector(".paper__sign").textContent = place || "";
      says.textContent = place ? says.dataset.says.replace("{n}", place) : "";
    }
  }

  function tapped(tap) {
    const ranking = tap.closest("[data-ranking]");
    const order = orderIn(ranking);
    const place = order.indexOf(tap.dataset.tap);
    if (place < 0) order.push(tap.dataset.tap);
    else order.splice(place, 1);
    showOrder(ranking, order);
  }

  function begin() {
    document.querySelectorAll("[data-paper]").forEach(sayWhatIsLeft);
    for (const ranking of document.querySelectorAll("[data-ranking]")) {
      ranking.querySelector("[data-choosing]").hidden = true;
      ranking.querySelector("[data-tapping]").hidden = false;
      showOrder(ranking, orderIn(ranking));
    }
  }

  document.addEventListener("change", ({ target }) => target.form?.matches("[data-paper]") && sayWhatIsLeft(target.form));
  document.addEventListener("click", ({ target }) => {
    const tap = target.closest?.("[data-tap]");
    if (tap) tapped(tap);
  });
  document.addEventListener("htmx:after:swap", begin);
  window.addEventListener("pageshow", begin);
  begin();
}
