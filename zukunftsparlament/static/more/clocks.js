// Clocks: <span role="timer" data-until="2027-02-03T17:05:00+00:00" data-says="noch {t}" data-over="Zeit ist um">bis 18:05</span>
// The server sends the end and never ticks. It also says what time it is (data-now of the script), as a phone's own
// clock may be minutes off; without this file the words inside stand, and are true as well.
"use strict";
{
  const ahead = Date.now() - Date.parse(document.currentScript.dataset.now);
  const two = (number) => String(number).padStart(2, "0");

  function tick() {
    for (const clock of document.querySelectorAll("[data-until]")) {
      const left = Math.ceil((Date.parse(clock.dataset.until) + ahead - Date.now()) / 1000);
      const [hours, minutes, seconds] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
      const time = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
      const says = left > 0 ? (clock.dataset.says ?? "{t}").replace("{t}", time) : (clock.dataset.over ?? "0:00");
      if (clock.textContent !== says) clock.textContent = says;
      clock.classList.toggle("is-over", left <= 0);
    }
  }

  tick();
  setInterval(tick, 250);
  document.addEventListener("htmx:after:swap", tick);
}
