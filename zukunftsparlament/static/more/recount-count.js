// Counts a published list again, with code of its own: one mistake shall not hide in the server and here.
// Whole numbers only. The rules are those that stand in words on the page of every poll.
"use strict";

const ABSTAIN = "abstain";
const optionsOf = (rule) => Array.from({ length: rule.options }, (_, n) => String(n + 1));
const sidesOf = (rule) => (rule.kind === "yes_no_abstain" ? ["yes", "no"] : optionsOf(rule));
const abstains = (choice) => choice.length === 1 && choice[0] === ABSTAIN;
const total = (numbers) => numbers.reduce((sum, number) => sum + number, 0);

// What speaks against a ballot, or "" when it can have been cast.
function whyNoBallot(choice, rule) {
  const paper = [...sidesOf(rule), ABSTAIN];
  if (!choice.length || choice.some((mark) => !paper.includes(mark))) return "steht nicht auf dem Stimmzettel";
  if (abstains(choice)) return "";
  if (choice.includes(ABSTAIN) || new Set(choice).size < choice.length) return "ist so nicht erlaubt";
  const most = { up_to: rule.at_most, ranked: rule.method === "points" ? 2 : Infinity, budget: Infinity }[rule.kind] ?? 1;
  if (choice.length > most) return "hat zu viele Kreuze";
  if (rule.kind === "budget" && costOf(choice, rule) > rule.amount) return "kostet mehr, als da ist";
  const ordered = rule.kind === "ranked" || choice.every((mark, n) => n === 0 || Number(choice[n - 1]) < Number(mark));
  return ordered || choice.length === 1 ? "" : "steht nicht in der Reihenfolge des Zettels";
}

const costOf = (choices, rule) => total(choices.map((choice) => rule.costs[Number(choice) - 1]));

function countsOf(choices, rule) {
  const counts = Object.fromEntries([...sidesOf(rule), ABSTAIN].map((choice) => [choice, 0]));
  for (const choice of choices) {
    for (const mark of rule.kind === "ranked" ? choice.slice(0, 1) : choice) counts[mark] += 1;
  }
  return counts;
}

function isQuorate({ quorum, present, seats, second_call: again }) {
  if (quorum === null) return true;
  const share = again && quorum.second_call ? quorum.second_call : quorum.kind === "share" ? quorum : null;
  if (share) return present > 0 && present * share.den >= share.num * seats;
  if (quorum.kind === "fixed") return present >= quorum.number;
  return present > 0 && (quorum.kind === "more_than_half" ? 2 * present > seats : 2 * present >= seats);
}

const isSimple = ({ majority: { of, num, den, strict } }) => of === "cast" && strict && 2 * num === den;

// `cast`: how many ballots there are, those that abstain included.
function reaches(votes, cast, abstentions, rule) {
  const { of, num, den, strict } = rule.majority;
  const counted = cast - (rule.abstentions_count ? 0 : abstentions);
  const { present, seats, schools } = rule; // where each school has one vote, a majority is one of schools
  const whole = { cast: counted, present: schools || present, seats: schools || seats }[of];
  return votes > 0 && (strict ? votes * den > num * whole : votes * den >= num * whole);
}

// Everything the ways of counting need: who may win at all, and groups with the same number of votes, the most first.
function sheetOf(choices, rule) {
  const counts = countsOf(choices, rule);
  const sheet = { choices, rule, counts, cast: choices.length };
  sheet.enough = (votes) => reaches(votes, sheet.cast, counts[ABSTAIN], rule);
  sheet.able = sidesOf(rule).filter((side) => counts[side] && (isSimple(rule) || sheet.enough(counts[side])));
  const numbers = [...new Set(sheet.able.map((side) => counts[side]))].sort((a, b) => b - a);
  sheet.groups = numbers.map((number) => sheet.able.filter((side) => counts[side] === number));
  return sheet;
}

const inPaperOrder = (chosen, rule) => sidesOf(rule).filter((side) => chosen.includes(side));

function yesOrNo({ counts, rule, enough }) {
  const equal = counts.yes === counts.no && counts.yes > 0;
  const tied = equal ? ["yes", "no"] : [];
  if (enough(counts.yes)) return { outcome: "accepted", winners: ["yes"], tied: [] };
  if (!rule.binding && counts.yes === 0 && counts.no === 0) return { outcome: "no_majority", winners: [], tied: [] };
  const settled = rule.tie === "rejected" || !isSimple(rule) || (rule.abstentions_count && counts[ABSTAIN] > 0);
  return { outcome: equal && !settled ? "tied" : "rejected", winners: [], tied };
}

function oneOf({ counts, rule, enough }) {
  const most = Math.max(...sidesOf(rule).map((side) => counts[side]));
  const leading = sidesOf(rule).filter((side) => counts[side] === most && most > 0);
  const tied = leading.length > 1 ? leading : [];
  if (!leading.length || !(isSimple(rule) || enough(most))) return { outcome: "no_majority", winners: [], tied };
  return tied.length ? { outcome: "tied", winners: [], tied } : { outcome: "chosen", winners: leading, tied };
}

function upTo({ groups, rule }) {
  const safe = [];
  for (const group of groups) {
    const left = rule.places - safe.length;
    if (left === 0) break;
    if (group.length > left) {
      return { outcome: "tied", winners: inPaperOrder(safe, rule), tied: group, places_left: left };
    }
    safe.push(...group);
  }
  const outcome = safe.length ? "chosen" : "no_majority";
  return { outcome, winners: inPaperOrder(safe, rule), tied: [], places_left: 0 };
}

// `draw`: gives an order among the tied, where the lot decides; without it the money stops there.
function budget({ groups, rule }, draw = null) {
  const [paid, tied, drawn] = [[], [], []];
  let left = rule.amount;
  let open = false;
  const pay = (choices) => choices.filter((choice) => {
    if (costOf([choice], rule) > left) return false;
    left -= costOf([choice], rule);
    paid.push(choice);
    return true;
  });
  for (const group of groups) {
    const wanted = group.filter((choice) => costOf([choice], rule) <= left);
    if (costOf(wanted, rule) <= left) {
      pay(wanted);
      continue;
    }
    tied.push(...wanted);
    open = !draw;
    if (open) break;
    drawn.push(...pay(draw(wanted)));
  }
  const outcome = open ? "tied" : paid.length ? "chosen" : "no_majority";
  return { outcome, winners: inPaperOrder(paid, rule), tied, drawn, spent: rule.amount - left, left };
}

function isUnanimous({ counts, rule, cast }) {
  if (["up_to", "budget"].includes(rule.kind)) return false;
  const first = Math.max(...sidesOf(rule).map((side) => counts[side]));
  const others = cast - counts[ABSTAIN] - first;
  return (first === 0) !== (others === 0) && !(rule.abstentions_count && counts[ABSTAIN]);
}
