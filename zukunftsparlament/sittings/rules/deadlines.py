"""By when there must be an invitation, and by when an item must be put down. Whole days on the calendar, no hours.

A deadline of 14 days for a sitting on a Wednesday is the Wednesday two weeks before, until midnight: people count so.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from zukunftsparlament.procedure.rules import RuleSet

SATURDAY = 5  # as `date.weekday` counts


class Period(Enum):
    """Which period of the rules an invitation keeps."""

    NORMAL = "normal"
    URGENT = "urgent"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Deadline:
    """`last_day`: the last one that counts, `before` whole days before the sitting on `day`."""

    day: date
    before: int

    @property
    def last_day(self) -> date:
        return self.day - timedelta(days=self.before)

    @property
    def school_day(self) -> date:
        """The last day on which people meet at school: Friday for one at the weekend. Holidays nobody knows here."""
        return self.last_day - timedelta(days=max(0, self.last_day.weekday() - SATURDAY + 1))

    def late_by(self, today: date) -> int:
        """Days. 0: in time."""
        return max(0, (today - self.last_day).days)

    def left(self, today: date) -> int:
        """Days until the last one, below 0 when it is over."""
        return (self.last_day - today).days


@dataclass(frozen=True, slots=True)
class Invitation:
    """Both periods of the rules, and which one holds: the urgent one with a reason for it."""

    normal: Deadline
    urgent: Deadline
    is_urgent: bool

    @property
    def that_holds(self) -> Deadline:
        return self.urgent if self.is_urgent else self.normal

    def kept(self, today: date) -> Period:
        if not self.normal.late_by(today):
            return Period.NORMAL
        if self.is_urgent and not self.urgent.late_by(today):
            return Period.URGENT
        return Period.NONE

    def urgent_would_do(self, today: date) -> bool:
        """Whether a reason why it is urgent would put everything right."""
        return not self.is_urgent and bool(self.normal.late_by(today)) and not self.urgent.late_by(today)


def invitation(day: date, rules: RuleSet, *, is_urgent: bool) -> Invitation:
    normal, urgent = Deadline(day, rules.invitation_days), Deadline(day, rules.invitation_days_urgent)
    return Invitation(normal, urgent, is_urgent)


def for_items(day: date, rules: RuleSet) -> Deadline:
    return Deadline(day, rules.item_deadline_days)
