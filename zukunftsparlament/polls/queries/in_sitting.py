"""The polls of a sitting: which one counts right now, and who may vote in it."""

from dataclasses import dataclass

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import queries as people
from zukunftsparlament.polls.queries.counted import counted
from zukunftsparlament.polls.queries.polls import FULL
from zukunftsparlament.polls.queries.rows import Poll, poll_in
from zukunftsparlament.polls.queries.ties import tie_of
from zukunftsparlament.polls.rules import Electorate
from zukunftsparlament.polls.rules.in_sitting import WhyNotHere, why_not_now
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.queries import Meeting, Sitting
from zukunftsparlament.sittings.rules import ItemKind

IN_SITTING = f"{FULL} JOIN agenda_item i ON i.id = p.item WHERE i.sitting = $1"
POLLS = Sql(f"{IN_SITTING} AND p.voided_at IS NULL ORDER BY p.number")
ABOUT_ITEM = Sql(f"{FULL} WHERE p.item = $1 AND p.voided_at IS NULL ORDER BY p.number")
UNFINISHED = Sql(
    f"{IN_SITTING} AND p.opened_at IS NOT NULL AND p.published_at IS NULL AND p.voided_at IS NULL ORDER BY p.opened_at"
)
ITEM = Sql("SELECT sitting, mark, kind, begun_at, ended_at FROM agenda_item WHERE id = $1")
AMENDMENTS = Sql("SELECT number, published_at FROM poll WHERE amends = $1 AND voided_at IS NULL ORDER BY number")
IS_HERE = Sql("SELECT 1 FROM attendance WHERE sitting = $1 AND member = $2 AND left_at IS NULL")


@dataclass(frozen=True, slots=True)
class PlaceOfPoll:
    """Where a poll of a sitting is held: `mark` of its item in addresses."""

    sitting: Sitting
    item: int
    mark: int
    kind: ItemKind
    item_begun: bool
    item_ended: bool

    @property
    def why_not_now(self) -> WhyNotHere | None:
        return why_not_now(self.sitting.state, item_begun=self.item_begun, item_ended=self.item_ended)


async def held_at(poll: Poll) -> PlaceOfPoll | None:
    """None outside a sitting."""
    row = None if poll.item is None else await ITEM.row(poll.item)
    if row is None or poll.item is None:
        return None
    sitting = await sittings.sitting_by_id(row["sitting"])
    begun, ended = row["begun_at"] is not None, row["ended_at"] is not None
    return PlaceOfPoll(sitting, poll.item, row["mark"], ItemKind(row["kind"]), begun, ended)


async def why_not_vote_here(poll: Poll, member: int | None) -> WhyNotHere | None:
    """What the room says against a vote of `member` just now."""
    held = await held_at(poll)
    if held is None:
        return None
    if poll.by_hands:
        return WhyNotHere.HANDS_ARE_COUNTED
    if why_not := held.why_not_now:
        return why_not
    is_here = member is not None and await IS_HERE.row(held.sitting.id, member) is not None
    return None if is_here else WhyNotHere.HAS_LEFT


def roll_of(meeting: Meeting, electorate: Electorate) -> dict[int, int | None]:
    """Who would be on the roll, with the seat whose vote they hold. A straw poll may ask all who are in the room."""
    seats: dict[int, int | None] = {
        one.member: one.seat for one in meeting.here if one.member is not None and one.seat is not None
    }
    if electorate is Electorate.SEATS:
        return seats
    return {one.member: None for one in meeting.here if one.member is not None} | seats


async def may_vote_in(poll: Poll) -> list[int]:
    """Who would be on the roll if the poll were opened now. In the order of their row ids, which says nothing."""
    held = await held_at(poll)
    if held is not None:
        return sorted(roll_of(await sittings.meeting(held.sitting), poll.electorate))
    return sorted(await (people.seated_members() if poll.electorate is Electorate.SEATS else people.card_holders()))


async def another_runs(sitting: Sitting, poll: Poll) -> bool:
    """Whether there is a question on the phones already, or one whose result is not out yet."""
    return any(row["id"] != poll.id for row in await UNFINISHED.rows(sitting.id))


async def amendment_waits(poll: Poll) -> bool:
    """Whether it is still open how the question will read."""
    for row in await AMENDMENTS.rows(poll.id):
        if row["published_at"] is None:
            return True
        tie = await tie_of(await counted(row["number"]))
        if tie and tie.final is None:
            return True
    return False


async def polls_of(sitting: Sitting) -> list[Poll]:
    """All of its polls that are not void, in the order in which they were prepared."""
    return [poll_in(row) for row in await POLLS.rows(sitting.id)]


async def polls_about(item: int) -> list[Poll]:
    """`item`: a row id."""
    return [poll_in(row) for row in await ABOUT_ITEM.rows(item)]
