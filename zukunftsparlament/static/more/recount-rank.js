// Orders of preference, counted again: instant run-off, Schulze, and points.
"use strict";

const ranked = (sheet) => ({ schulze, points: mostPoints }[sheet.rule.method] ?? instantRunOff)(sheet);
const rankingsIn = (sheet) => sheet.choices.filter((choice) => !abstains(choice));

// `possible`: a map from each option that can win to the fewest votes with which it does.
function outcomeOf(sheet, possible, more) {
  const winners = sidesOf(sheet.rule).filter((side) => possible.has(side));
  const enough = isSimple(sheet.rule) || [...possible.values()].every((votes) => sheet.enough(votes));
  if (!winners.length || !enough) return { outcome: "no_majority", winners: [], tied: [], ...more };
  if (winners.length > 1) return { outcome: "tied", winners: [], tied: winners, ...more };
  return { outcome: "chosen", winners, tied: [], ...more };
}

function instantRunOff(sheet) {
  const rankings = rankingsIn(sheet);
  const known = new Map();

  const votesAmong = (stillIn) => {
    const votes = Object.fromEntries(stillIn.map((option) => [option, 0]));
    for (const ranking of rankings) {
      const first = ranking.find((option) => stillIn.includes(option));
      if (first !== undefined) votes[first] += 1;
    }
    return votes;
  };
  const without = (stillIn, out) => stillIn.filter((option) => !out.includes(option));

  function possibleAmong(stillIn) {
    const name = stillIn.join(" ");
    if (known.has(name)) return known.get(name);
    const votes = votesAmong(stillIn);
    const winner = moreThanHalf(votes);
    const found = new Map(winner === null ? [] : [[winner, votes[winner]]]);
    for (const out of winner === null ? waysOut(votes) : []) {
      for (const [option, number] of possibleAmong(without(stillIn, out))) {
        found.set(option, Math.min(number, found.get(option) ?? number));
      }
    }
    known.set(name, found);
    return found;
  }

  const rounds = [];
  let stillIn = sidesOf(sheet.rule);
  for (let votes = votesAmong(stillIn); total(Object.values(votes)); votes = votesAmong(stillIn)) {
    const ways = moreThanHalf(votes) === null ? waysOut(votes) : [];
    const out = ways.length === 1 ? ways[0] : [];
    const either = {};
    for (const way of out.length ? [] : ways) {
      const could = [...possibleAmong(without(stillIn, way)).keys()];
      either[way[0]] = could.sort((a, b) => Number(a) - Number(b));
    }
    rounds.push({ votes, exhausted: rankings.length - total(Object.values(votes)), out, either });
    if (!out.length) break;
    stillIn = without(stillIn, out);
  }
  return outcomeOf(sheet, possibleAmong(sidesOf(sheet.rule)), { rounds });
}

function moreThanHalf(votes) {
  const all = total(Object.values(votes));
  return Object.keys(votes).find((option) => 2 * votes[option] > all) ?? null;
}

// Who leaves: one way where it is clear (several together where they could not even catch up as one), else one for each.
function waysOut(votes) {
  const fewest = Math.min(...Object.values(votes));
  const last = Object.keys(votes).filter((option) => votes[option] === fewest);
  const others = Object.values(votes).filter((number) => number > fewest);
  if (!others.length && fewest === 0) return [];
  const clear = last.length === 1 || (others.length && fewest * last.length < Math.min(...others));
  return clear ? [last] : last.map((option) => [option]);
}

function schulze(sheet) {
  const rankings = rankingsIn(sheet);
  const options = sidesOf(sheet.rule);
  const othersThan = (one) => options.filter((other) => other !== one);
  const table = (cell) => Object.fromEntries(options.map((one) => {
    return [one, Object.fromEntries(othersThan(one).map((other) => [other, cell(one, other)]))];
  }));
  const place = (ranking, option) => (ranking.includes(option) ? ranking.indexOf(option) : Infinity);
  const duels = table((one, other) => rankings.filter((r) => place(r, one) < place(r, other)).length);
  const chains = table((one, other) => (duels[one][other] > duels[other][one] ? duels[one][other] : 0));
  for (const middle of options) {
    for (const one of othersThan(middle)) {
      for (const other of othersThan(middle)) {
        if (one === other) continue;
        chains[one][other] = Math.max(chains[one][other], Math.min(chains[one][middle], chains[middle][other]));
      }
    }
  }
  const unbeaten = options.filter((one) => othersThan(one).every((other) => chains[one][other] >= chains[other][one]));
  const fewest = (one) => Math.min(...Object.values(duels[one]));
  const possible = new Map(rankings.length ? unbeaten.map((one) => [one, fewest(one)]) : []);
  return outcomeOf(sheet, possible, { duels, chains });
}

// A first and a second vote: two points and one.
function mostPoints(sheet) {
  const rankings = rankingsIn(sheet);
  const given = (one) => total(rankings.map((ranking) => [2, 1][ranking.indexOf(one)] ?? 0));
  const points = Object.fromEntries(optionsOf(sheet.rule).map((one) => [one, given(one)]));
  const most = Math.max(...Object.values(points));
  const best = optionsOf(sheet.rule).filter((one) => points[one] === most && most > 0);
  return outcomeOf(sheet, new Map(best.map((one) => [one, sheet.counts[one]])), { points });
}
