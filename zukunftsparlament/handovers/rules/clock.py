"""The clock of the answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median

SOON = timedelta(days=14)


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


class Owed(StrEnum):
    """What the body owes: an answer, soon or too late; or, after a "later", the next word on it."""

    SOON = "soon"
    OVERDUE = "overdue"
    NEXT_DATE_PASSED = "next_date_passed"


def owed(
    answer_by: date, *, answer: str | None, next_date: date | None, is_void: bool, is_done: bool, today: date
) -> Owed | None:
    if is_void or is_done:
        return None
    if answer is None:
        if answer_by < today:
            return Owed.OVERDUE
        return Owed.SOON if answer_by - today <= SOON else None
    if answer == "later" and next_date is not None and next_date < today:
        return Owed.NEXT_DATE_PASSED
    return None


def days_to_answer(answers: Sequence[tuple[date, date]]) -> int | None:
    """The median of whole days between handing over and first answer; None without answers. Halves count upward."""
    return int(median((answered - handed).days for handed, answered in answers) + 0.5) if answers else None
