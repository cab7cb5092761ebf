"""What a decision costs: cents for each choice that is paid, from what was at stake."""

from collections.abc import Sequence

from zukunftsparlament.polls.rules.money import shares
from zukunftsparlament.polls.rules.terms import Terms
from zukunftsparlament.polls.rules.words import Kind


def at_stake(kind: Kind, *, cents: int | None, terms: Terms) -> int | None:
    """Who shares out money asks for all of it, whatever else was typed."""
    return terms.amount if kind is Kind.BUDGET else cents


def paid(kind: Kind, winners: Sequence[str], *, cents: int, terms: Terms) -> list[tuple[str, int]]:
    """`winners` in ballot order. Projects cost what they cost; all others share the amount to the cent.

    1,000.00 € for three of equal votes are 333.34 + 333.33 + 333.33.
    """
    if not winners:
        return []
    if kind is Kind.BUDGET:
        return [(choice, terms.cost(choice)) for choice in winners]
    return list(zip(winners, shares(cents, among=len(winners)), strict=True))
