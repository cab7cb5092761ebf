// Shows the recount step by step: on its page, where list and signature are fetched, and in the file that holds them.
"use strict";

const section = document.querySelector("[data-list], [data-embedded]");
const steps = document.getElementById("schritte");
const words = steps.dataset.words.split(" ");

const SIGNS = { right: "✓ ", wrong: "✗ ", "": "" };

function say(step, text, sign) {
  const place = steps.querySelector(`[data-step="${step}"] [data-said]`);
  place.textContent = SIGNS[sign] + text;
  place.className = sign && "is-" + sign;
}

function conclude(text, sign) {
  const line = document.createElement("p");
  line.className = "outcome is-" + sign;
  line.textContent = text;
  document.getElementById("ausgang").replaceChildren(line);
}

const fromBase64 = (text) => Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
const embedded = (id) => document.getElementById(id).textContent;

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error("Die Liste lässt sich gerade nicht holen.");
  return new Uint8Array(await answer.arrayBuffer());
}

async function parts() {
  if (!section.dataset.list) {
    return [fromBase64(embedded("liste")), fromBase64(embedded("unterschrift")), embedded("schluessel")];
  }
  const { list, signature, key } = section.dataset;
  const [bytes, sealed, pem] = await Promise.all([list, signature, key].map(fetched));
  return [bytes, sealed, new TextDecoder().decode(pem)];
}

// Whether the eight pictures above are those of this list.
function checkFingerprint(bytes) {
  const hash = sha256(bytes);
  const found = picturesOf(hash, words);
  const shown = [...document.querySelectorAll("#fingerabdruck li")].map((item) => item.textContent.trim());
  const read = `${found.join(" · ")} (SHA-256: ${asHex(hash)})`;
  if (canonical(found) !== canonical(shown)) throw new Error("Die Bilder passen nicht zu dieser Liste: " + read);
  say("sha256", read, "right");
}

const SAID = {
  form: () => "ist die festgelegte.",
  ballots: ({ list }) => `${list.turnout} von ${list.electorate_size}: Alle sind gültig.`,
  order: () => "nach dem Zeichen: stimmt.",
  result: ({ list: { result, rule, languages } }) => [...sidesOf(rule), ABSTAIN].map((choice) => {
    return `${called(choice, languages.de.options)}: ${result.counts[choice]}`;
  }).join(", "),
  lot: ({ list }) => (list.lot ? "passt zu dem, was vor der Abstimmung hinterlegt war." : "Es war keins nötig."),
};

function called(choice, options) {
  const known = { yes: "Ja", no: "Nein", abstain: "Enthaltung" };
  return known[choice] ?? options[Number(choice) - 1] ?? choice;
}

// The key is the last 32 bytes of what stands between the lines of the PEM file.
async function checkSignature(bytes, signature, pem) {
  const raw = fromBase64(pem.replace(/-----[^-]+-----/g, "")).slice(-32);
  let key;
  try {
    key = await crypto.subtle.importKey("raw", raw, { name: "Ed25519" }, false, ["verify"]);
  } catch {
    say("signature", "Das kann dein Browser hier nicht prüfen. Mit openssl geht es; pruefen.py sagt, wie.", "");
    return false;
  }
  if (!(await crypto.subtle.verify({ name: "Ed25519" }, key, signature, bytes))) {
    throw new Error("passt nicht zu dieser Liste.");
  }
  say("signature", "ist die dieses Servers.", "right");
  return true;
}

async function recount() {
  let step = "sha256";
  try {
    const [bytes, signature, pem] = await parts();
    checkFingerprint(bytes);
    const found = { bytes };
    for (step of Object.keys(STEPS)) {
      STEPS[step](found);
      say(step, SAID[step](found), "right");
    }
    step = "signature";
    const signed = await checkSignature(bytes, signature, pem);
    conclude(signed ? "Alles stimmt." : "Alles stimmt, nur die Unterschrift ist hier nicht geprüft.", "right");
  } catch (error) {
    say(step, error.message, "wrong");
    conclude("Hier stimmt etwas nicht. Sag dem Vorsitz oder dem Jugendbüro Bescheid.", "wrong");
  }
}

recount();
