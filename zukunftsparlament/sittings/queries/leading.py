"""All that the desk of those who lead a sitting shows at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.people.queries import chair_seats
from zukunftsparlament.sittings import rules
from zukunftsparlament.sittings.queries.course import Course, NextStep, course, may_reopen
from zukunftsparlament.sittings.queries.half_circle import SeatShown, meeting_and_seats
from zukunftsparlament.sittings.queries.presence import Meeting
from zukunftsparlament.sittings.queries.rows import Item, Sitting
from zukunftsparlament.sittings.rules import Due, Next
from zukunftsparlament.sittings.rules.room_words import SeatState
from zukunftsparlament.sittings.rules.saying import Say, Situation, what_to_say


@dataclass(frozen=True, slots=True)
class Chair:
    """`school`: "" for one who goes to school elsewhere. `name`: for the signed-in only."""

    seat: int
    school: str
    name: str
    is_here: bool = True


@dataclass(frozen=True, slots=True)
class Lead:
    """A sitting as those see it who lead it."""

    course: Course
    meeting: Meeting
    chairs: tuple[Chair, ...]
    say: Say
    back: Item | None  # can be taken back: begun by mistake
    reopens: Item | None  # can be taken back: ended by mistake

    @property
    def sitting(self) -> Sitting:
        return self.course.sitting

    @property
    def next(self) -> NextStep:
        return self.course.next

    @property
    def item(self) -> Item | None:
        return self.course.running

    @property
    def was_voted_on(self) -> bool:
        return self.item is not None and self.course.was_voted_on(self.item)

    @property
    def missing(self) -> int:
        return _missing(self.meeting)

    @property
    def about(self) -> Item | None:
        """What the sentence is about."""
        mark = self.sitting.due.get("mark")
        return self.course.item(mark) if mark else self.next.item

    @property
    def lets_in(self) -> bool:
        """Whether those who had to go out may come back now: what was not public is over, and what comes is."""
        over = [(item.ended_at, item.public) for item in self.course.items if item.begun_at and item.ended_at]
        comes_next = self.next.kind in (Next.BEGIN, Next.CLOSE) and (self.next.item is None or self.next.item.public)
        return comes_next and bool(over) and not max(over)[1]

    def chair_at(self, seat: int | None) -> Chair | None:
        return next((chair for chair in self.chairs if chair.seat == seat), None)

    @property
    def bell(self) -> Chair | None:
        return self.chair_at(self.sitting.bell)


async def lead(sitting: Sitting) -> Lead:
    meeting, seats = await meeting_and_seats(sitting)
    return lead_from(await course(sitting), meeting, seats)


def lead_from(found: Course, present: Meeting, seats: Sequence[SeatShown]) -> Lead:
    at = now()
    chairs = tuple(_chair(seat) for seat in seats if seat.is_chair)
    say = what_to_say(_situation(found, present), now=at)
    return Lead(found, present, chairs, say, _back(found), _reopens(found, at))


def _chair(seat: SeatShown) -> Chair:
    return Chair(seat.number, seat.school, seat.holder, seat.state is SeatState.HERE)


def _situation(found: Course, present: Meeting) -> Situation:
    step, sitting = found.next, found.sitting
    item, waiting = step.item, [one for one in found.items if one.waits]
    return Situation(
        state=sitting.state,
        next=step.kind,
        present=present.present,
        missing=_missing(present.about(item.kind) if item else present),
        kind=item.kind if item else None,
        closed=item is not None and not item.public,
        is_last=bool(item) and len(waiting) == 1 and len(found.items) > 1,
        parts=item is not None and any(one.parent == item.id for one in found.items),
        voted=item is not None and found.was_voted_on(item),
        vote=found.vote,
        due=Due(sitting.due["act"]) if sitting.due else None,
        paused_until=sitting.times.paused_until,
    )


def _missing(present: Meeting) -> int:
    """Seats that a quorum still needs. What decides nothing needs none."""
    wants_quorum = present.sitting.kind is not rules.SittingKind.UNOFFICIAL
    return max(0, present.needed - present.present) if wants_quorum else 0


def _back(found: Course) -> Item | None:
    item = found.running
    if item is None or rules.why_not_unbegin(found.sitting.state, found.items, item, happened=found.happened_in(item)):
        return None
    return item


def _reopens(found: Course, at: datetime) -> Item | None:
    return next((item for item in reversed(found.items) if may_reopen(found, item, now=at)), None)


async def may_decide(actor: str, seats: Sequence[SeatShown] | None = None) -> bool:
    """`seats`: the half circle, where it is known already."""
    chairs = await chair_seats() if seats is None else {seat.number for seat in seats if seat.is_chair}
    return rules.why_not_lead(actor, chairs=chairs) is None
