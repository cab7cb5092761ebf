"""The ballot paper: what stands on it, and what may be marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from zukunftsparlament.polls.rules.words import Kind, WhyNot

YES, NO, ABSTAIN = "yes", "no", "abstain"

Choice = tuple[str, ...]


@dataclass(frozen=True)
class Ballot:
    """`receipt` is empty in an open poll."""

    choice: Choice
    receipt: str = ""


def choices_of(kind: Kind, options: int) -> tuple[str, ...]:
    """All that can be marked, in the order of the paper: options are numbered from 1, abstaining comes last."""
    if kind is Kind.YES_NO_ABSTAIN:
        return (YES, NO, ABSTAIN)
    return (*(str(number) for number in range(1, options + 1)), ABSTAIN)


def why_not_choice(kind: Kind, options: int, *, chosen: Sequence[str]) -> WhyNot | None:
    if not chosen:
        return WhyNot.NOTHING_CHOSEN
    if any(choice not in choices_of(kind, options) for choice in chosen):
        return WhyNot.NOT_ON_THE_PAPER
    return WhyNot.TOO_MANY_CHOSEN if len(chosen) > 1 else None
