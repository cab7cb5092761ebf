"""What a tied result comes to, once it is known which of the tied have it. The count itself stays as it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from zukunftsparlament.polls.counting.budget import after_a_tie
from zukunftsparlament.polls.lots import Drum, number_drawn
from zukunftsparlament.polls.results import Outcome, Result
from zukunftsparlament.polls.rules import NO, NO_TERMS, YES, Choice, Kind, Terms
from zukunftsparlament.polls.yardstick import Yardstick

DECIDED = frozenset({Outcome.ACCEPTED, Outcome.CHOSEN, Outcome.REJECTED})


@dataclass(frozen=True, kw_only=True)
class RunOff:
    """What is on the paper of a run-off: the tied alone, in ballot order."""

    kind: Kind
    options: tuple[str, ...] = ()
    terms: Terms = NO_TERMS


def places_open(tied: Result) -> int:
    """How many of the tied there is room for."""
    return int(tied.more.get("places_left", 1))


def settled(tied: Result, rule: Yardstick, *, picked: Sequence[str]) -> Result:
    """`picked`: of the tied, those that have it; more than there is room for where money is shared among all.

    Of a budget what is left goes on to those below, and may be tied there again.
    """
    if rule.kind is Kind.BUDGET:
        return after_a_tie(tied, rule, picked=picked)
    if rule.kind is Kind.YES_NO_ABSTAIN:
        yes = tuple(picked) == (YES,)
        return replace(tied, outcome=Outcome.ACCEPTED if yes else Outcome.REJECTED, winners=(YES,) if yes else ())
    won = {*tied.winners, *picked}
    winners = tuple(choice for choice, _votes in tied.counts.sides if choice in won)
    more = {**tied.more, "places_left": 0} if rule.kind is Kind.UP_TO else tied.more
    return replace(tied, outcome=Outcome.CHOSEN, winners=winners, more=more)


def without(tied: Result, choice: str) -> Result:
    """After one of the tied has stepped back. Where there is room for the others they are in."""
    others = tuple(one for one in tied.tied if one != choice)
    left = replace(tied, tied=others)
    if len(others) > places_open(tied):
        return left
    won = {*tied.winners, *others}
    winners = tuple(one for one, _votes in tied.counts.sides if one in won)
    more = {**tied.more, "places_left": 0} if "places_left" in tied.more else tied.more
    return replace(left, outcome=Outcome.CHOSEN, winners=winners, more=more)


def run_off(tied: Result, rule: Yardstick, options: Sequence[str]) -> RunOff:
    """`options`: the labels of the poll that ended tied."""
    if rule.kind is Kind.YES_NO_ABSTAIN:
        return RunOff(kind=rule.kind)
    labels = tuple(options[int(choice) - 1] for choice in tied.tied)
    places = places_open(tied)
    if rule.kind is Kind.UP_TO and places > 1:
        return RunOff(kind=rule.kind, options=labels, terms=Terms(at_most=places, places=places))
    if rule.kind is Kind.BUDGET:
        costs = tuple(map(rule.terms.cost, tied.tied))
        return RunOff(kind=rule.kind, options=labels, terms=Terms(costs=costs, amount=tied.more["left"]))
    return RunOff(kind=Kind.ONE_OF, options=labels)


def picked_by(again: Result, *, tied: Sequence[str]) -> Choice:
    """What a finished run-off says about the tied of the first vote."""
    if again.counts.kind is Kind.YES_NO_ABSTAIN:
        return (YES,) if again.outcome is Outcome.ACCEPTED else (NO,)
    return tuple(tied[int(choice) - 1] for choice in again.winners)


def drawn_later(tied: Result, rule: Yardstick, *, lot: bytes, listed: bytes, word: str) -> Choice:
    """The lot after the count: sealed before the room calls out a word, so that neither side can steer it alone.

    `listed`: the published list as it is, canonical JSON.
    """
    drum = Drum(number_drawn(lot, before_the_draw=listed + word.encode()))
    order = drum.order(tied.tied)
    if rule.kind is not Kind.BUDGET:
        return tuple(order[: places_open(tied)])
    left, paid = int(tied.more["left"]), []
    for choice in order:
        if rule.terms.cost(choice) <= left:
            left -= rule.terms.cost(choice)
            paid.append(choice)
    return tuple(paid)
