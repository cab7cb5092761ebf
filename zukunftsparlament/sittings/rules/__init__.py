"""Rules of sittings: pure, no database, no browser, no clock."""

from zukunftsparlament.sittings.rules.leading import why_not_lead
from zukunftsparlament.sittings.rules.states import SittingTimes, numbered, state
from zukunftsparlament.sittings.rules.words import FORMALITIES, End, ItemKind, SittingKind, SittingState, WhyNot

__all__ = [
    "FORMALITIES",
    "End",
    "ItemKind",
    "SittingKind",
    "SittingState",
    "SittingTimes",
    "WhyNot",
    "numbered",
    "state",
    "why_not_lead",
]
