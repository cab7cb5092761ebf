// The whole check of a published list. Throws an Error that says the first thing that does not fit.
"use strict";

const FIELDS = "ballots electorate_size languages lot poll question result rule turnout";

const WORDING = "no_means options question yes_means";
const RULE = "abstentions_count binding kind majority options present quorum seats second_call tie";
const OF_KIND = { up_to: ["at_most", "places"], ranked: ["method"], budget: ["amount", "costs"] };
const OF_QUORUM = { fixed: ["number"], share: ["den", "num"] };

function same(what, expected, found) {
  const [right, read] = [canonical(expected), found === undefined ? "nichts" : canonical(found)];
  if (right !== read) throw new Error(`${what}: Richtig wäre ${right}, in der Liste steht ${read}.`);
}

const sameFields = (what, fields, found) => same(`Die Felder ${what}`, [...fields].sort(), Object.keys(found).sort());

// Nothing stands there that nobody would read.
function checkRule({ kind, quorum, majority, ...others }) {
  const schools = "schools" in others ? ["schools"] : [];
  sameFields("der Regel", [...RULE.split(" "), ...(OF_KIND[kind] ?? []), ...schools], { kind, quorum, majority, ...others });
  sameFields("der Mehrheit", ["den", "num", "of", "strict"], majority);
  if (!quorum) return;
  const again = "second_call" in quorum ? ["second_call"] : [];
  sameFields("der Beschlussfähigkeit", ["kind", ...(OF_QUORUM[quorum.kind] ?? []), ...again], quorum);
  if (again.length) sameFields("beim zweiten Mal", ["den", "num"], quorum.second_call);
}

// The question above is the one on the paper, and every option has its name in every language.
function checkWording({ question, languages, rule }) {
  for (const [code, wording] of Object.entries(languages)) {
    sameFields(`der Sprache ${code}`, WORDING.split(" "), wording);
    const names = Array.isArray(wording.options) ? wording.options.length : null;
    same(`Die Zahl der Möglichkeiten in der Sprache ${code}`, rule.options, names);
  }
  same("Die Frage", languages.de.question, question);
}

// Votes by name all have a seat, and each seat has one vote.
function checkSeats(ballots) {
  const seats = ballots.map(({ seat }) => seat).filter((seat) => seat !== undefined);
  if (seats.some((seat) => !Number.isInteger(seat))) throw new Error("Ein Sitz ist keine Zahl.");
  if (new Set(seats).size < seats.length) throw new Error("Ein Sitz hat zweimal abgestimmt.");
}

// The steps in the order in which they are shown; each takes what the ones before it have found.
const STEPS = {
  form(found) {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(found.bytes);
    found.list = JSON.parse(text);
    same("Die Felder der Liste", FIELDS.split(" "), Object.keys(found.list).sort());
    if (canonical(found.list) !== text) throw new Error("Die Datei ist nicht in der festgelegten Schreibweise.");
    checkRule(found.list.rule);
    checkWording(found.list);
  },
  ballots({ list: { ballots, rule, turnout, electorate_size: size } }) {
    const byName = ballots.length > 0 && "seat" in ballots[0] ? ["seat"] : [];
    ballots.forEach((ballot, n) => {
      sameFields(`von Stimme ${n + 1}`, ["choice", "receipt", ...byName], ballot);
      if (typeof ballot.receipt !== "string") throw new Error(`Stimme ${n + 1} hat kein Zeichen.`);
      const why = whyNoBallot(ballot.choice, rule);
      if (why) throw new Error(`Stimme ${n + 1} ${why}.`);
    });
    checkSeats(ballots);
    same("Die Zahl der Stimmen", ballots.length, turnout);
    same("Die Zahl der Schulen", rule.schools ?? size, size);
    if (ballots.length > Math.min(size, rule.present)) throw new Error("Es sind mehr Stimmen als Menschen.");
  },
  order({ list: { ballots } }) {
    const key = (ballot) => [ballot.seat ?? 0, ballot.receipt, ...ballot.choice];
    ballots.slice(1).forEach((ballot, n) => {
      if (comesBefore(key(ballot), key(ballots[n]))) throw new Error(`Stimme ${n + 2} steht nicht an ihrem Platz.`);
    });
  },
  result(found) {
    const { list } = found;
    const choices = list.ballots.map((ballot) => ballot.choice);
    found.expected = expectedResult(sheetOf(choices, list.rule), list);
    same("Das Ergebnis", found.expected, list.result);
  },
  lot({ list: { lot } }) {
    if (lot) same("Das hinterlegte Los", asHex(sha256(fromHex(lot.revealed))), lot.commitment);
  },
};

function comesBefore(one, other) {
  for (let n = 0; n < Math.min(one.length, other.length); n++) {
    if (one[n] !== other[n]) return one[n] < other[n];
  }
  return one.length < other.length;
}

const SEVERAL = ["up_to", "budget"];

function expectedResult(sheet, list) {
  const { rule } = sheet;
  const nobody = SEVERAL.includes(rule.kind) ? [] : null;
  const start = { counts: sheet.counts, winners: [], tied: [], quorate: true, unanimous: false, drawn: nobody };
  if (!isQuorate(rule)) return { ...start, outcome: "not_quorate", quorate: false };
  const count = { yes_no_abstain: yesOrNo, one_of: oneOf, up_to: upTo, ranked, budget }[rule.kind];
  let counted = { ...count(sheet) };
  if (counted.outcome === "tied" && rule.tie === "lot") counted = afterTheLot(counted, sheet, list);
  return { ...start, ...counted, unanimous: isUnanimous(sheet) };
}

function afterTheLot(counted, sheet, list) {
  if (!list.lot) throw new Error("Die Regel verlangt ein Los, und es ist keins in der Liste.");
  const { lot, result, ...before } = list;
  const draw = drum(together(fromHex(lot.revealed), asBytes(canonical(before))));
  if (sheet.rule.kind === "budget") return budget(sheet, draw);
  const drawn = draw(counted.tied).slice(0, counted.places_left ?? 1);
  if (sheet.rule.kind === "up_to") {
    const winners = inPaperOrder([...counted.winners, ...drawn], sheet.rule);
    return { ...counted, outcome: "chosen", winners, drawn, places_left: 0 };
  }
  const outcome = { yes: "accepted", no: "rejected" }[drawn[0]] ?? "chosen";
  return { ...counted, outcome, winners: outcome === "rejected" ? [] : drawn, drawn: drawn[0] };
}

// Draws one after the other from one number: its remainder says who is first, its quotient goes on.
function drum(bytes) {
  let number = BigInt("0x" + asHex(sha256(bytes)));
  return (tied) => {
    const [waiting, drawn] = [[...tied], []];
    while (waiting.length) {
      const left = BigInt(waiting.length);
      drawn.push(...waiting.splice(Number(number % left), 1));
      number /= left;
    }
    return drawn;
  };
}
