"""Published lists of every kind, drawn from a seed: for those who count again in another language."""

from dataclasses import replace
from random import Random
from typing import Any

from zukunftsparlament.polls.published import Counted, Wording, published_list
from zukunftsparlament.polls.rules import Ballot, Choice, Kind, Method, Terms, as_it_counts
from zukunftsparlament.polls.rules.papers import most_marks
from zukunftsparlament.polls.yardstick import Yardstick, yardstick
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Majority, MajorityOf, Quorum, QuorumKind, RuleSet, Share, Tie

SIMPLE = HOLZWICKEDE.majority
HOSTILE = 'Soll "es" 🛹 \u2028 \x7f\x01 ß</script><b>?'


def lists(number: int, seed: int = 7) -> list[dict[str, Any]]:
    chance = Random(seed)
    return [_list(chance) for _ in range(number)]


def _list(chance: Random) -> dict[str, Any]:
    rule = _rule(chance)
    by_name = chance.random() < 0.1
    ballots = [
        Ballot(_choice(chance, rule), "" if by_name else f"igel-tür-{chance.randint(1, 40):02}", n if by_name else None)
        for n in range(1, chance.randint(0, 14) + 1)
    ]
    wording = Wording(question=HOSTILE, options=tuple(f"Ö{n}" for n in range(rule.options)))
    lot = chance.randbytes(32) if rule.tie is Tie.LOT else None
    counted = Counted(
        poll=7, wordings={"de": wording, "en": wording}, rule=rule, electorate_size=30, ballots=ballots, lot=lot
    )
    listed, _result = published_list(counted)
    return listed


def _rule(chance: Random) -> Yardstick:
    kind, options = chance.choice(list(Kind)), chance.randint(2, 6)
    return yardstick(
        _rule_set(chance),
        kind=kind,
        options=0 if kind is Kind.YES_NO_ABSTAIN else options,
        binding=chance.random() < 0.85,
        seats=chance.randint(14, 24),
        second_call=chance.random() < 0.2,
        terms=_terms(chance, kind, options),
    )


def _rule_set(chance: Random) -> RuleSet:
    quorums = [
        Quorum(QuorumKind.FIXED, chance.randint(1, 6)),
        Quorum(QuorumKind.AT_LEAST_HALF),
        Quorum(QuorumKind.MORE_THAN_HALF, second_call=Share(1, 3)),
        Quorum(QuorumKind.SHARE, share=Share(1, 4)),
    ]
    majorities = [SIMPLE, SIMPLE, SIMPLE, Majority(chance.choice(list(MajorityOf)), 2, 3, False)]
    return replace(
        HOLZWICKEDE,
        quorum=chance.choice(quorums),
        majority=chance.choice(majorities),
        abstentions_count=chance.random() < 0.3,
        tie=chance.choice([*Tie, Tie.LOT, Tie.LOT]),
    )


def _terms(chance: Random, kind: Kind, options: int) -> Terms:
    match kind:
        case Kind.UP_TO:
            return Terms(at_most=chance.randint(1, options), places=chance.randint(1, options))
        case Kind.RANKED:
            return Terms(method=chance.choice(list(Method)))
        case Kind.BUDGET:
            costs = tuple(chance.randint(1, 60) * 1000 + chance.randint(0, 1) for _ in range(options))
            return Terms(costs=costs, amount=chance.randint(50, 150) * 1000)
    return Terms()


def _choice(chance: Random, rule: Yardstick) -> Choice:
    options = [str(number) for number in range(1, rule.options + 1)]
    if chance.random() < 0.1:
        return ("abstain",)
    if rule.kind in (Kind.YES_NO_ABSTAIN, Kind.ONE_OF):
        return (chance.choice(options or ["yes", "no"]),)
    chosen = chance.sample(options, chance.randint(1, min(len(options), most_marks(rule.kind, rule.terms))))
    if rule.kind is Kind.BUDGET:
        while sum(map(rule.terms.cost, chosen)) > rule.terms.amount:
            chosen.pop()
    return as_it_counts(rule.kind, chosen) if chosen else ("abstain",)
