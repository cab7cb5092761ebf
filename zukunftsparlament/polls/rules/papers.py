"""The ballot paper: what stands on it, and what may be marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from zukunftsparlament.polls.rules.terms import NO_TERMS, Terms
from zukunftsparlament.polls.rules.words import Kind, Method, WhyNot

YES, NO, ABSTAIN = "yes", "no", "abstain"

ONE_MARK = frozenset({Kind.YES_NO_ABSTAIN, Kind.ONE_OF})

Choice = tuple[str, ...]

WEIGHTS = (2, 1)  # points of a first and of a second vote
NO_LIMIT = 99


@dataclass(frozen=True)
class Ballot:
    """`receipt` is empty in an open poll. `seat`: whose vote it is, in a poll by name."""

    choice: Choice
    receipt: str = ""
    seat: int | None = None


def choices_of(kind: Kind, options: int) -> tuple[str, ...]:
    """All that can be marked, in the order of the paper: options are numbered from 1, abstaining comes last."""
    if kind is Kind.YES_NO_ABSTAIN:
        return (YES, NO, ABSTAIN)
    return (*(str(number) for number in range(1, options + 1)), ABSTAIN)


def most_marks(kind: Kind, terms: Terms) -> int:
    """Of those with several. What limits a budget is its money."""
    if kind is Kind.UP_TO:
        return terms.at_most
    return len(WEIGHTS) if kind is Kind.RANKED and terms.method is Method.POINTS else NO_LIMIT


def why_not_choice(kind: Kind, options: int, *, chosen: Sequence[str], terms: Terms = NO_TERMS) -> WhyNot | None:
    if not chosen:
        return WhyNot.NOTHING_CHOSEN
    if any(choice not in choices_of(kind, options) for choice in chosen):
        return WhyNot.NOT_ON_THE_PAPER
    if len(chosen) == 1 and (kind in ONE_MARK or chosen[0] == ABSTAIN):
        return None
    if kind in ONE_MARK:
        return WhyNot.TOO_MANY_CHOSEN
    if ABSTAIN in chosen:
        return WhyNot.ABSTAIN_STANDS_ALONE
    if len(set(chosen)) < len(chosen):
        return WhyNot.CHOSEN_TWICE
    if len(chosen) > most_marks(kind, terms):
        return WhyNot.MORE_THAN_ALLOWED
    too_dear = kind is Kind.BUDGET and sum(map(terms.cost, chosen)) > terms.amount
    return WhyNot.OVER_THE_AMOUNT if too_dear else None


def as_it_counts(kind: Kind, chosen: Sequence[str]) -> Choice:
    """In the order of the paper where the order of the marks means nothing: then the same vote is the same bytes."""
    if kind in (Kind.UP_TO, Kind.BUDGET) and ABSTAIN not in chosen:
        return tuple(sorted(chosen, key=int))
    return tuple(chosen)
