"""Rules of handing over and answering: plain values in, plain answers out. No database, no browser, no clock."""

from zukunftsparlament.handovers.rules.answering import (
    LONGEST_REASON,
    LONGEST_WAY,
    AnswerKind,
    why_not_answer,
    why_not_done,
    why_not_words_of_done,
)
from zukunftsparlament.handovers.rules.clock import SOON, Clock, ClockState, Owed, clock, days_to_answer, owed
from zukunftsparlament.handovers.rules.handing import (
    LONGEST_CHANGE,
    LONGEST_LETTER,
    LONGEST_WAIT,
    USUAL_WAIT,
    moved,
    read_day,
    why_not_answer_by,
    why_not_correct,
    why_not_hand_over,
    why_not_letter,
)
from zukunftsparlament.handovers.rules.reasons import AGAINST_THE_ACT, Problems, WhyNot

__all__ = [
    "AGAINST_THE_ACT",
    "LONGEST_CHANGE",
    "LONGEST_LETTER",
    "LONGEST_REASON",
    "LONGEST_WAIT",
    "LONGEST_WAY",
    "SOON",
    "USUAL_WAIT",
    "AnswerKind",
    "Clock",
    "ClockState",
    "Owed",
    "Problems",
    "WhyNot",
    "clock",
    "days_to_answer",
    "moved",
    "owed",
    "read_day",
    "why_not_answer",
    "why_not_answer_by",
    "why_not_correct",
    "why_not_done",
    "why_not_hand_over",
    "why_not_letter",
    "why_not_words_of_done",
]
