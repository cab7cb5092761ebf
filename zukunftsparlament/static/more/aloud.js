// Reads the page aloud, sentence by sentence, with a German voice of the device itself. Loaded on the first tap.
// Pausing stops the voice and going on begins the sentence anew: speechSynthesis.pause() hangs on many phones.
const SPEEDS = [0.7, 1, 1.3];
const BLOCK = "p, li, dt, dd, h1, h2, h3, h4, legend, label, button, summary, blockquote, figcaption, td, th, div, section, article, form, small";
const SILENT = "details:not([open]) > :not(summary), svg, script, style, template, nav, textarea, select, input, [aria-hidden=true], [hidden], .unseen, .aloud";
const MONTH = /^(?:[a-zäöü]|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/;
const OURS = "aloud-now";

let bar, button, sentences, at, paused;
let turn = 0; // grows with each sentence that is begun and each that is cut off

const voice = () => {
  const german = speechSynthesis.getVoices().filter((one) => one.localService && /^de\b/i.test(one.lang));
  return german.find((one) => one.default) ?? german[0];
};
const speed = () => Number(localStorage.getItem("zp-speed") ?? 1);

// All that can be seen in the main part, in order: [{ text, ranges }], one for each sentence.
function whatToRead() {
  const found = [];
  let piece = [];
  let block = null;
  const walker = document.createTreeWalker(document.getElementById("inhalt"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement;
    if (!node.data.trim() || around.closest(SILENT) || !around.getClientRects().length) continue;
    if (block !== around.closest(BLOCK)) {
      found.push(...cut(piece));
      piece = [];
      block = around.closest(BLOCK);
    }
    piece.push(node);
  }
  return [...found, ...cut(piece)];
}

// The text nodes of one block cut into sentences, each with the ranges it covers. "23. November" is not the end of one.
function cut(nodes) {
  let whole = "";
  const starts = nodes.map((node) => {
    if (!/^[.,:;!?]/.test(node.data)) whole += " ";
    whole += node.data;
    return whole.length - node.data.length;
  });
  const cuts = globalThis.Intl?.Segmenter
    ? [...new Intl.Segmenter("de", { granularity: "sentence" }).segment(whole)].map((part) => part.index)
    : [0, ...[...whole.matchAll(/[.!?:]\s+(?=\S)/g)].map((part) => part.index + part[0].length)];
  return cuts
    .filter((at) => !(/\d\.\s*$/.test(whole.slice(0, at)) && MONTH.test(whole.slice(at))))
    .map((from, n, all) => ({ from, to: all[n + 1] ?? whole.length }))
    .map(({ from, to }) => ({
      text: whole.slice(from, to).replace(/\s+/g, " ").trim(),
      ranges: nodes.flatMap((node, n) => rangeIn(node, from - starts[n], to - starts[n])),
    }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

function rangeIn(node, from, to) {
  if (from >= node.data.length || to <= 0) return [];
  const range = document.createRange();
  range.setStart(node, Math.max(from, 0));
  range.setEnd(node, Math.min(to, node.data.length));
  return [range];
}

function mark(sentence) {
  document.querySelector(`.${OURS}`)?.classList.remove(OURS);
  globalThis.CSS?.highlights?.delete(OURS);
  if (!sentence) return;
  const [first] = sentence.ranges;
  if (globalThis.CSS?.highlights) CSS.highlights.set(OURS, new Highlight(...sentence.ranges));
  else first.startContainer.parentElement.classList.add(OURS);
  const { top, bottom } = first.getBoundingClientRect();
  if (top < bar.offsetHeight || bottom > innerHeight - 140) scrollBy({ top: top - innerHeight / 3 });
}

function say() {
  while (at < sentences.length && !sentences[at].ranges[0].startContainer.isConnected) at += 1; // swapped away meanwhile
  if (at >= sentences.length) return stop();
  const mine = ++turn;
  const spoken = Object.assign(new SpeechSynthesisUtterance(sentences[at].text), { voice: voice(), rate: speed() });
  spoken.lang = spoken.voice.lang;
  spoken.addEventListener("end", () => {
    if (mine !== turn) return; // cancelling ends a sentence, too
    at += 1;
    say();
  });
  spoken.addEventListener("error", () => mine === turn && stop());
  mark(sentences[at]);
  speechSynthesis.speak(spoken);
}

function hush() {
  turn += 1;
  speechSynthesis.cancel();
}

function stop() {
  hush();
  mark(null);
  bar.remove();
  button.setAttribute("aria-expanded", "false");
  button.focus();
}

// Pause, speed, stop: a bar at the top. Its words come with the button, in the language of the page.
function controls() {
  const [pause, on, tempo, slow, normal, fast, end] = button.dataset.words.split("|");
  const names = [slow, normal, fast];
  const speedIs = () => `${tempo}: ${names[SPEEDS.indexOf(speed())]}`;
  const control = (words, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "button button--secondary" });
    made.textContent = words;
    made.addEventListener("click", () => act(made));
    return made;
  };
  const pausing = control(pause, () => {
    paused = !paused;
    pausing.textContent = paused ? on : pause;
    hush();
    if (!paused) say();
  });
  const speeding = control(speedIs(), () => {
    localStorage.setItem("zp-speed", String(SPEEDS[(SPEEDS.indexOf(speed()) + 1) % SPEEDS.length]));
    speeding.textContent = speedIs();
    if (paused) return;
    hush();
    say();
  });
  bar = document.createElement("div");
  Object.assign(bar, { className: "aloud no-print", role: "group", ariaLabel: button.textContent.trim() });
  bar.append(pausing, speeding, control(end, stop));
  button.closest(".top").after(bar);
  pausing.focus();
}

export function read(tapped) {
  if (bar?.isConnected) return stop();
  button = tapped;
  button.setAttribute("aria-expanded", "true");
  if (!document.querySelector("link[data-aloud]")) {
    const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: button.dataset.look });
    style.dataset.aloud = "";
    document.head.append(style);
    addEventListener("pagehide", hush);
  }
  sentences = whatToRead();
  [at, paused] = [0, false];
  controls();
  hush();
  say();
}
