"""What has to be right in the room before a poll of a sitting opens: the item, the quorum, one question at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from zukunftsparlament.polls import queries
from zukunftsparlament.polls.actions.fund import money_is_there
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.rules.in_sitting import WhyNotHere, why_not_open_here
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.actions import happened
from zukunftsparlament.sittings.queries import Meeting, Sitting


@dataclass(frozen=True, slots=True)
class Gathered:
    """`roll`: who would vote, with the seat whose vote they hold."""

    meeting: Meeting
    roll: Mapping[int, int | None]
    why_not: Enum | None

    @property
    def present(self) -> int:
        """Votes in the room: one for each seat, or one for each who is asked in a straw poll of all."""
        return len(self.roll)

    @property
    def said(self) -> dict[str, Any]:
        """What the minutes keep of it."""
        here = self.meeting
        facts = {"needed": here.needed, "quorate": here.is_quorate, "second_call": here.is_second_call}
        return {"present": self.present, **facts}


async def gather(poll: Poll, sitting: Sitting | None) -> Gathered | None:
    """None outside a sitting. Inside `writing()`, the sitting and the poll locked."""
    held = await queries.held_at(poll) if sitting else None
    if sitting is None or held is None:
        return None
    meeting = await sittings.meeting(sitting)
    roll = queries.roll_of(meeting, poll.electorate)
    why_not = held.why_not_now or why_not_open_here(
        binding=poll.binding,
        present=len(roll),
        quorate=meeting.is_quorate,
        another_runs=await queries.another_runs(sitting, poll),
        amendment_waits=await queries.amendment_waits(poll),
        money_is_there=await money_is_there(poll),
    )
    return Gathered(meeting, roll, why_not)


async def refuse(poll: Poll, room: Gathered, *, actor: str) -> None:
    """The minutes say for which vote there were too few; everything else only whoever has tapped is told."""
    if room.why_not is WhyNotHere.NOT_QUORATE:
        facts = {"why": room.why_not.value, "present": room.present, "needed": room.meeting.needed}
        sitting = room.meeting.sitting
        await happened(sitting, "poll_refused", actor=actor, item=poll.item, in_journal=True, poll=poll.number, **facts)
