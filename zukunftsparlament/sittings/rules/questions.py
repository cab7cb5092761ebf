"""The box for questions that were not reached: who may put one in, until when, and by when the answer is promised."""

from datetime import date, datetime, timedelta
from enum import Enum

from zukunftsparlament.procedure.rules import RuleSet
from zukunftsparlament.sittings.rules.room_words import RoomWhyNot
from zukunftsparlament.sittings.rules.words import SittingState, WhyNot

LONGEST = 500  # characters
LONGEST_ANSWER = 2000
MOST = 5  # of one person in one sitting
STAYS_OPEN = timedelta(days=2)


def why_not_ask(
    state: SittingState, *, was_here: bool, asked: int, closed_at: datetime | None, now: datetime
) -> Enum | None:
    """`asked`: how many they have put in already. The box stays open for two days after the sitting."""
    if state in (SittingState.CANCELLED, SittingState.PLANNED, SittingState.INVITED):
        return WhyNot.CANCELLED if state is SittingState.CANCELLED else WhyNot.NOT_OPEN
    if closed_at is not None and now > closed_at + STAYS_OPEN:
        return RoomWhyNot.BOX_IS_CLOSED
    if not was_here:
        return WhyNot.NOT_IN_THE_ROOM
    return RoomWhyNot.TOO_MANY_QUESTIONS if asked >= MOST else None


def answer_by(day: date, rules: RuleSet) -> date:
    """Answers come with the minutes at the latest. `day`: of the sitting."""
    return day + timedelta(days=rules.minutes.days)
