"""Rules of sittings: pure, no database, no browser, no clock."""

from zukunftsparlament.sittings.rules.course import (
    COUNTDOWN_SECONDS,
    PAUSES,
    Reason,
    above,
    below,
    innermost,
    to_begin,
    to_end,
    waits_for_a_countdown,
    why_not_begin,
    why_not_close,
    why_not_end,
    why_not_going_on,
    why_not_open,
    why_not_pause,
    why_not_reopen,
    why_not_unbegin,
)
from zukunftsparlament.sittings.rules.course_words import Due, Halt, Next
from zukunftsparlament.sittings.rules.leading import why_not_lead
from zukunftsparlament.sittings.rules.states import SittingTimes, state
from zukunftsparlament.sittings.rules.tree import numbered
from zukunftsparlament.sittings.rules.words import End, ItemKind, SittingKind, SittingState, WhyNot

__all__ = [
    "COUNTDOWN_SECONDS",
    "PAUSES",
    "Due",
    "End",
    "Halt",
    "ItemKind",
    "Next",
    "Reason",
    "SittingKind",
    "SittingState",
    "SittingTimes",
    "WhyNot",
    "above",
    "below",
    "innermost",
    "numbered",
    "state",
    "to_begin",
    "to_end",
    "waits_for_a_countdown",
    "why_not_begin",
    "why_not_close",
    "why_not_end",
    "why_not_going_on",
    "why_not_lead",
    "why_not_open",
    "why_not_pause",
    "why_not_reopen",
    "why_not_unbegin",
]
