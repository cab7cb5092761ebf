// Live regions. A stream (hx-sse:connect on .live-room) says only "room X has version N". Whatever stands inside
// fetches itself anew on the event "nachsehen": a new version, a phone that woke up, or no stream for five seconds.
"use strict";
{
  const JITTER_MS = 800; // a thousand phones must not fetch in the same moment; pages of few say data-jitter
  const POLL_MS = 5000; // while there is no stream
  const open = new WeakSet();
  const seen = new WeakMap(); // room element → { room: version }
  const said = new Map(); // id of a region → its last answer

  const rooms = () => [...document.querySelectorAll(".live-room")];
  const lookAgain = () => rooms().forEach((room) => htmx.trigger(room, "nachsehen"));

  document.addEventListener("htmx:sse:after:connection", (event) => open.add(event.target));
  document.addEventListener("htmx:sse:close", (event) => open.delete(event.target));
  document.addEventListener("htmx:sse:error", (event) => open.delete(event.target));

  document.addEventListener("htmx:sse:before:message", (event) => {
    const { message } = event.detail;
    const known = seen.get(event.target) ?? { [message.event]: event.target.dataset.version };
    if (known[message.event] === message.data) return event.preventDefault();
    known[message.event] = message.data;
    seen.set(event.target, known);
    const jitter = event.target.dataset.jitter ?? JITTER_MS;
    event.detail.waitUntil(new Promise((done) => setTimeout(done, Math.random() * jitter)));
  });

  document.addEventListener("htmx:sse:after:message", (event) => htmx.trigger(event.target, "nachsehen"));

  // An error page must never take the place of a live region: it stays as it was, and is asked again.
  // Neither must what it says already: it would be read aloud again. (Only the nonce differs each time.)
  document.addEventListener("htmx:before:swap", (event) => {
    const { ctx } = event.detail;
    const isLive = ctx.request?.method === "GET" && event.target.closest?.(".live-room");
    if (!isLive) return;
    const says = String(ctx.text).replace(/ hx-nonce="[^"]*"/g, "");
    if (ctx.response?.status >= 400 || said.get(ctx.target.id) === says) return event.preventDefault();
    said.set(ctx.target.id, says);
  });

  setInterval(() => {
    if (!document.hidden) rooms().filter((room) => !open.has(room)).forEach((room) => htmx.trigger(room, "nachsehen"));
  }, POLL_MS);
  document.addEventListener("visibilitychange", () => document.hidden || lookAgain());
  window.addEventListener("pageshow", (event) => event.persisted && lookAgain());
  window.addEventListener("online", lookAgain);
}
