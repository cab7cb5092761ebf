"""What has to be right in the room before a poll of a sitting opens: the item, the quorum, one question at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.actions.fund import money_is_there
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.queries.delegations import delegations_in
from zukunftsparlament.polls.rules.in_sitting import WhyNotHere, why_not_open_here
from zukunftsparlament.polls.rules.paper import why_not_open_with
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.actions import happened
from zukunftsparlament.sittings.actions.hands import nobody_speaks
from zukunftsparlament.sittings.queries import Meeting, Sitting

ON_PAPER = Sql(
    "INSERT INTO paper_voter (poll, member) SELECT r.poll, r.member FROM on_roll r "
    "JOIN paper_seat s ON s.poll = r.poll AND s.seat = r.seat WHERE r.poll = $1"
)
FORGET_SEATS = Sql("DELETE FROM paper_seat WHERE poll = $1")


@dataclass(frozen=True, slots=True)
class Gathered:
    """`roll`: who would vote, with the seat whose vote they hold."""

    meeting: Meeting
    roll: Mapping[int, int | None]
    why_not: Enum | None
    by_school: bool = False

    @property
    def present(self) -> int:
        """Votes in the room: one for each seat, or one for each who is asked in a straw poll of all."""
        return self.meeting.present if self.by_school else len(self.roll)

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
    meeting = (await sittings.meeting(sitting)).about(held.kind)
    roll = queries.roll_of(meeting, poll.electorate)
    if poll.by_school:
        voices = {one.voice for one in await delegations_in(poll, meeting)}
        roll = {member: seat for member, seat in roll.items() if seat in voices}
    why_not = held.why_not_now or why_not_open_here(
        binding=poll.binding,
        present=len(roll),
        quorate=meeting.is_quorate,
        another_runs=await queries.another_runs(sitting, poll),
        amendment_waits=await queries.amendment_waits(poll),
        money_is_there=await money_is_there(poll),
    )
    return Gathered(meeting, roll, why_not or await _why_not_with_paper(poll, roll), poll.by_school)


async def _why_not_with_paper(poll: Poll, roll: Mapping[int, int | None]) -> Enum | None:
    papers = await queries.papers_of(poll)
    seats = [seat for seat in roll.values() if seat is not None]
    must_hide = poll.is_secret and not poll.practice  # to practise, two are enough
    slips = len(papers.drawn) if must_hide else None
    return why_not_open_with(papers.given, seats=seats, slips=slips, roll_size=len(roll))


async def keep_on_paper(poll: Poll) -> None:
    """Whoever votes for a seat with a slip votes on paper. Inside `writing()`, the roll written."""
    await ON_PAPER.rows(poll.id)
    await FORGET_SEATS.rows(poll.id)


async def room_votes(room: Gathered | None) -> None:
    """A speech that nobody has ended would go on beside the question, on every phone and on the projector."""
    if room:
        await nobody_speaks(room.meeting.sitting)


async def refuse(poll: Poll, room: Gathered, *, actor: str) -> None:
    """The minutes say for which vote there were too few; everything else only whoever has tapped is told."""
    if room.why_not is WhyNotHere.NOT_QUORATE:
        facts = {"why": room.why_not.value, "present": room.present, "needed": room.meeting.needed}
        sitting = room.meeting.sitting
        await happened(sitting, "poll_refused", actor=actor, item=poll.item, in_journal=True, poll=poll.number, **facts)
