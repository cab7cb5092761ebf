// The whole check of a published list. Throws an Error that says the first thing that does not fit.
"use strict";

const FIELDS = "ballots electorate_size languages lot poll question result rule turnout";

function same(what, expected, found) {
  const [right, read] = [canonical(expected), found === undefined ? "nichts" : canonical(found)];
  if (right !== read) throw new Error(`${what}: Richtig wäre ${right}, in der Liste steht ${read}.`);
}

// The steps in the order in which they are shown; each takes what the ones before it have found.
const STEPS = {
  form(found) {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(found.bytes);
    found.list = JSON.parse(text);
    same("Die Felder der Liste", FIELDS.split(" "), Object.keys(found.list).sort());
    if (canonical(found.list) !== text) throw new Error("Die Datei ist nicht in der festgelegten Schreibweise.");
  },
  ballots({ list: { ballots, rule, turnout, electorate_size: size } }) {
    ballots.forEach((ballot, n) => {
      const fields = ballot.seat === undefined ? ["choice", "receipt"] : ["choice", "receipt", "seat"];
      same(`Die Felder von Stimme ${n + 1}`, fields, Object.keys(ballot).sort());
      const why = whyNoBallot(ballot.choice, rule);
      if (why) throw new Error(`Stimme ${n + 1} ${why}.`);
    });
    same("Die Zahl der Stimmen", ballots.length, turnout);
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
