"""Where each school has one vote: who of its seats in the room casts it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.queries.in_sitting import held_at
from zukunftsparlament.polls.queries.rows import Poll
from zukunftsparlament.sittings.queries import Meeting, meeting

SCHOOLS = Sql(
    "SELECT t.number, coalesce(s.id, 0) AS id, coalesce(s.short, '') AS short "
    "FROM seat t LEFT JOIN school s ON s.id = t.school"
)
# Those who go to school elsewhere are together as one school. Two schools may be called the same.
VOICE = Sql(
    "SELECT r.seat FROM on_roll r JOIN seat t ON t.number = r.seat JOIN seat own ON own.number = $2 "
    "WHERE r.poll = $1 AND coalesce(t.school, 0) = coalesce(own.school, 0)"
)

IN_THE_ROOM = Sql(
    "SELECT r.seat FROM on_roll r JOIN poll p ON p.id = r.poll JOIN agenda_item i ON i.id = p.item "
    "JOIN attendance a ON a.sitting = i.sitting AND a.member = r.member AND a.left_at IS NULL WHERE r.poll = $1"
)


class School(NamedTuple):
    id: int
    short: str


ELSEWHERE = School(0, "")


@dataclass(frozen=True, slots=True)
class Delegation:
    """`school`: "" for those who go to school elsewhere. `seats`: whose vote is in the room, in their order."""

    school: str
    seats: tuple[int, ...]
    voice: int


def delegations(schools: Mapping[int, School], present: Collection[int], chosen: Collection[int]) -> list[Delegation]:
    """`schools` by seat. The first seat in the room, unless a chair has `chosen` another that is there."""
    found: dict[School, list[int]] = {}
    for seat in sorted(present):
        found.setdefault(schools.get(seat, ELSEWHERE), []).append(seat)
    return [
        Delegation(school.short, tuple(seats), next((seat for seat in seats if seat in chosen), seats[0]))
        for school, seats in sorted(found.items(), key=lambda pair: pair[1][0])
    ]


async def delegations_in(poll: Poll, room: Meeting) -> list[Delegation]:
    schools = {row["number"]: School(row["id"], row["short"]) for row in await SCHOOLS.rows()}
    return delegations(schools, [one.seat for one in room.here if one.seat is not None], poll.voices)


async def expected_ballots(poll: Poll, may_vote: Collection[int]) -> int:
    """How many there would be if the poll were opened now: one of each who may vote, or one of each school."""
    held = await held_at(poll) if poll.by_school else None
    return len(may_vote) if held is None else len(await delegations_in(poll, await meeting(held.sitting)))


async def voice_of(poll: Poll, seat: int | None) -> int | None:
    """The seat that votes for the school of `seat`, once the vote is open."""
    found = await VOICE.value(poll.id, seat) if poll.by_school and seat is not None else None
    return None if found is None else int(found)


async def voices_here(poll: Poll) -> set[int]:
    """Of an open vote, those who cast it for a school and are in the room."""
    return {row["seat"] for row in await IN_THE_ROOM.rows(poll.id)}
