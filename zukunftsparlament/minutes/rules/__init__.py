"""Rules of minutes: pure, no database, no browser, no clock."""

from zukunftsparlament.minutes.rules.confirming import (
    Keeper,
    Stands,
    deadline,
    keepers,
    stands,
    waited_enough,
    why_not_confirm,
    with_others,
)
from zukunftsparlament.minutes.rules.correcting import LONGEST_REASON, changes, why_not_correct
from zukunftsparlament.minutes.rules.words import WhyNot

__all__ = [
    "LONGEST_REASON",
    "Keeper",
    "Stands",
    "WhyNot",
    "changes",
    "deadline",
    "keepers",
    "stands",
    "waited_enough",
    "why_not_confirm",
    "why_not_correct",
    "with_others",
]
