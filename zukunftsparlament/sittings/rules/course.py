"""The course of a sitting: what may happen when, and what that does to the agenda.

Items run one inside the other: whoever begins 3.1 has begun 3 as well, and the innermost of the running ones is the
one that is talked about. Nothing else runs beside it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from zukunftsparlament.sittings.rules.course_words import Halt
from zukunftsparlament.sittings.rules.words import End, SittingState, WhyNot

PAUSES = (5, 10, 15)  # minutes
COUNTDOWN_SECONDS = 10
REASON_LIMIT = 1000
OPENS_BEFORE = timedelta(hours=24)  # an opening by mistake, weeks ahead, could not be taken back
REOPEN_WITHIN = timedelta(minutes=10)

Reason = Halt | WhyNot


class OnAgenda(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def parent(self) -> int | None: ...
    @property
    def waits(self) -> bool: ...
    @property
    def runs(self) -> bool: ...


One = TypeVar("One", bound=OnAgenda)


def why_not_going_on(state: SittingState) -> Reason | None:
    """None while the sitting is open. A pause is no time to go on."""
    match state:
        case SittingState.OPEN:
            return None
        case SittingState.PAUSED:
            return Halt.IS_PAUSED
        case SittingState.CLOSED:
            return WhyNot.ALREADY_CLOSED
        case SittingState.CANCELLED:
            return WhyNot.CANCELLED
        case _:
            return Halt.NOT_OPEN_YET


def why_not_open(state: SittingState, *, starts_at: datetime, rehearsal: bool, now: datetime) -> Reason | None:
    """Not asked of a sitting that is open already: opening it again changes nothing."""
    if state in (SittingState.CLOSED, SittingState.CANCELLED):
        return why_not_going_on(state)
    return Halt.TOO_EARLY if now < starts_at - OPENS_BEFORE and not rehearsal else None


def innermost(items: Sequence[One]) -> One | None:
    """The item that is talked about. `items` in the order of the agenda."""
    return next((item for item in reversed(items) if item.runs), None)


def above(items: Sequence[One], item: One) -> list[One]:
    """Its parent, the parent of that … the outermost first."""
    by_id, found, parent = {one.id: one for one in items}, list[One](), item.parent
    while parent is not None and parent in by_id:
        found.insert(0, by_id[parent])
        parent = by_id[parent].parent
    return found


def below(items: Sequence[One], item: One) -> list[One]:
    """All its parts and theirs, in the order of the agenda."""
    return [one for one in items if item.id in {outer.id for outer in above(items, one)}]


def to_begin(items: Sequence[One], item: One) -> list[One]:
    return [one for one in (*above(items, item), item) if one.waits]


def why_not_begin(state: SittingState, items: Sequence[One], item: One) -> Reason | None:
    """Not asked of an item that runs."""
    outer = above(items, item)
    if why_not := why_not_going_on(state):
        return why_not
    if not item.waits:
        return WhyNot.ITEM_HAS_ENDED
    if any(not one.waits and not one.runs for one in outer):
        return Halt.PART_OF_ENDED
    inside = {one.id for one in outer}
    return WhyNot.ANOTHER_ITEM_RUNS if any(one.runs and one.id not in inside for one in items) else None


def to_end(items: Sequence[One], item: One) -> list[One]:
    """The innermost first. An item that does not come takes its open parts along."""
    return [*(one for one in reversed(below(items, item)) if one.waits or one.runs), item]


def why_not_end(
    state: SittingState, items: Sequence[One], item: One, end: End, *, reason: str, vote_runs: bool
) -> Reason | None:
    """Not asked of an item that has ended. What has not begun may be taken off the agenda, but is never done."""
    if why_not := why_not_going_on(state):
        return why_not
    if end is End.DONE and not item.runs:
        return Halt.NOT_BEGUN
    if end is End.DONE and len(to_end(items, item)) > 1:
        return Halt.PARTS_ARE_OPEN
    if vote_runs:
        return Halt.VOTE_RUNS
    return why_not_reason(reason) if end is not End.DONE else None


def why_not_reason(reason: str) -> Halt | None:
    if not reason.strip():
        return Halt.REASON_MISSING
    return Halt.REASON_TOO_LONG if len(reason) > REASON_LIMIT else None


def waits_for_a_countdown(end: End) -> bool:
    """What is done may be reopened; of all others this sitting hears no more."""
    return end is not End.DONE


def why_not_unbegin(state: SittingState, items: Sequence[One], item: One, *, happened: bool) -> Reason | None:
    """Back to waiting: it was begun by mistake. `happened`: somebody spoke, voted or wrote a note meanwhile."""
    if why_not := why_not_going_on(state):
        return why_not
    if not item.runs:
        return WhyNot.ITEM_HAS_ENDED
    began = any(not one.waits for one in below(items, item))
    return Halt.SOMETHING_HAPPENED if happened or began else None


def why_not_reopen(
    state: SittingState, items: Sequence[One], item: One, *, ended_at: datetime, is_last: bool, now: datetime
) -> Reason | None:
    """`is_last`: nothing was begun or ended after it. Of what is done only: for the others there was a countdown."""
    if why_not := why_not_going_on(state):
        return why_not
    inside = {one.id for one in above(items, item)}
    others = any(one.runs and one.id not in inside for one in items)
    return Halt.NOT_TO_REOPEN if others or not is_last or now > ended_at + REOPEN_WITHIN else None


def why_not_pause(state: SittingState, minutes: int, *, vote_runs: bool = False) -> Reason | None:
    """Not asked while there is a pause. In a pause nobody can vote, so it waits for those who are about to."""
    if why_not := why_not_going_on(state):
        return why_not
    if minutes not in PAUSES:
        return Halt.NO_SUCH_PAUSE
    return Halt.VOTE_RUNS if vote_runs else None


def why_not_close(state: SittingState, items: Sequence[One], *, vote_runs: bool) -> Reason | None:
    """Not asked of a sitting that is closed. A pause may be the end of it."""
    why_not = why_not_going_on(state)
    if why_not and why_not is not Halt.IS_PAUSED:
        return why_not
    if vote_runs:
        return Halt.VOTE_RUNS
    return Halt.AN_ITEM_RUNS if innermost(items) else None
