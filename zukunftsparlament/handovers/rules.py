"""Rules of handing over and answering: plain values in, plain answers out. No database, no browser, no clock."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, StrEnum

LONGEST_WAIT = timedelta(days=731)  # two years, a leap day included
LONGEST_WAY = timedelta(days=1827)  # five years: roads take long, but a date must be one that somebody will look at
USUAL_WAIT = timedelta(weeks=8)
SOON = timedelta(days=14)
LONGEST_REASON = 1000  # characters


class AnswerKind(StrEnum):
    YES = "yes"
    DIFFERENTLY = "differently"
    LATER = "later"
    NO = "no"


class WhyNot(Enum):
    NO_POLLS = "no_polls"
    POLL_UNKNOWN = "poll_unknown"
    BODY_UNKNOWN = "body_unknown"
    ANSWER_BY_MISSING = "answer_by_missing"
    ANSWER_BY_NOT_AHEAD = "answer_by_not_ahead"
    ANSWER_BY_TOO_FAR = "answer_by_too_far"
    NOT_PUBLISHED = "not_published"
    HANDED_OVER_ALREADY = "handed_over_already"
    CHANGED_SINCE_PREVIEW = "changed_since_preview"
    ANSWER_UNKNOWN = "answer_unknown"
    REASON_MISSING = "reason_missing"
    REASON_TOO_LONG = "reason_too_long"
    NEXT_DATE_MISSING = "next_date_missing"
    NEXT_DATE_PAST = "next_date_past"
    NEXT_DATE_TOO_FAR = "next_date_too_far"


# What the office can mend in the form is said beside its fields; what speaks against the act itself is a refusal.
AGAINST_THE_ACT = frozenset({WhyNot.NOT_PUBLISHED, WhyNot.HANDED_OVER_ALREADY, WhyNot.CHANGED_SINCE_PREVIEW})

Problems = dict[str, WhyNot]


def why_not_hand_over(
    *,
    asked: Sequence[int],
    known: Collection[int],
    published: Collection[int],
    handed_over: Collection[int],
    body_known: bool,
    answer_by: date | None,
    today: date,
) -> Problems:
    """What speaks against handing over, by field; empty when nothing does.

    `asked`, `known`, `published`: numbers of polls. `handed_over`: those that this body has been given already.
    """
    found = {
        "polls": _why_not_polls(asked, known, published, handed_over),
        "body": None if body_known else WhyNot.BODY_UNKNOWN,
        "answer_by": why_not_answer_by(answer_by, today=today),
    }
    return {field: why_not for field, why_not in found.items() if why_not}


def _why_not_polls(
    asked: Sequence[int], known: Collection[int], published: Collection[int], handed_over: Collection[int]
) -> WhyNot | None:
    if not asked:
        return WhyNot.NO_POLLS
    if not set(asked) <= set(known):
        return WhyNot.POLL_UNKNOWN
    if not set(asked) <= set(published):
        return WhyNot.NOT_PUBLISHED
    return WhyNot.HANDED_OVER_ALREADY if set(asked) & set(handed_over) else None


def why_not_answer_by(answer_by: date | None, *, today: date) -> WhyNot | None:
    if answer_by is None:
        return WhyNot.ANSWER_BY_MISSING
    if answer_by <= today:
        return WhyNot.ANSWER_BY_NOT_AHEAD
    return WhyNot.ANSWER_BY_TOO_FAR if answer_by - today > LONGEST_WAIT else None


def why_not_answer(*, answer: str, reason: str, next_date: date | None, today: date) -> Problems:
    """What speaks against this answer, by field. A reason and a next date belong to every answer, to a no as well:
    who is refused is told when the body will explain itself or look at it again."""
    found = {
        "answer": None if answer in list(AnswerKind) else WhyNot.ANSWER_UNKNOWN,
        "reason": _why_not_reason(reason),
        "next_date": _why_not_next_date(next_date, today),
    }
    return {field: why_not for field, why_not in found.items() if why_not}


def _why_not_reason(reason: str) -> WhyNot | None:
    if not reason.strip():
        return WhyNot.REASON_MISSING
    return WhyNot.REASON_TOO_LONG if len(reason) > LONGEST_REASON else None


def _why_not_next_date(next_date: date | None, today: date) -> WhyNot | None:
    if next_date is None:
        return WhyNot.NEXT_DATE_MISSING
    if next_date < today:
        return WhyNot.NEXT_DATE_PAST
    return WhyNot.NEXT_DATE_TOO_FAR if next_date - today > LONGEST_WAY else None


class ClockState(StrEnum):
    OPEN = "open"
    SOON = "soon"
    OVERDUE = "overdue"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Clock:
    """`days`: whole days until the answer is due (0 is today); overdue or answered: days past that day, 0 in time."""

    state: ClockState
    days: int


def clock(answer_by: date, *, answered: date | None, today: date) -> Clock:
    """`answered`: the day of the first answer, or None while there is none. On the last day nobody is late yet."""
    if answered is not None:
        return Clock(ClockState.ANSWERED, max((answered - answer_by).days, 0))
    left = (answer_by - today).days
    if left < 0:
        return Clock(ClockState.OVERDUE, -left)
    return Clock(ClockState.SOON if left <= SOON.days else ClockState.OPEN, left)


def read_day(typed: str) -> date | None:
    """`YYYY-MM-DD` as a date field sends it; None for anything else."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", typed):
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
