"""The seats of the parliament as they stand in the room, and what a meeting of them may do."""

from collections.abc import Sequence
from dataclasses import dataclass

from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.procedure.queries import version
from zukunftsparlament.sittings.queries.presence import Here, Meeting, here
from zukunftsparlament.sittings.queries.rows import Sitting
from zukunftsparlament.sittings.rules.half_circle import Spot, spots
from zukunftsparlament.sittings.rules.presence import InRoom, Place, seat_state
from zukunftsparlament.sittings.rules.room_words import SeatState

SEATS = Sql(
    "SELECT t.number, s.short AS school, t.member, m.name, m.role, t.deputy, d.name AS deputy_name FROM seat t "
    "LEFT JOIN school s ON s.id = t.school LEFT JOIN member m ON m.id = t.member "
    "LEFT JOIN member d ON d.id = t.deputy ORDER BY t.number"
)


@dataclass(frozen=True, slots=True)
class SeatShown:
    """`school`: "" for the seats of those who go to school elsewhere. `name`: pseudonym of whoever holds the vote in
    the room, else of whoever sits there: for the signed-in only. `holder`, `deputy`: of both, "" for nobody."""

    number: int
    school: str
    state: SeatState
    name: str
    spot: Spot
    holder: str = ""
    deputy: str = ""
    is_chair: bool = False

    @property
    def is_here(self) -> bool:
        return self.state in (SeatState.HERE, SeatState.DEPUTY)


@dataclass(frozen=True, slots=True)
class SchoolShown:
    """The text beside the picture. `school`: "" for those who go to school elsewhere."""

    school: str
    here: int
    seats: int


async def half_circle(sitting: Sitting, room: Sequence[Here] | None = None) -> list[SeatShown]:
    """In the order of the seats. `room`: who is here, where that is known already."""
    rows = await SEATS.rows()
    present = await here(sitting.id) if room is None else room
    holds = {one.seat: one for one in present if one.seat is not None}
    return [_shown(row, holds.get(row["number"]), spot) for row, spot in zip(rows, spots(len(rows)), strict=True)]


async def meeting_and_seats(sitting: Sitting) -> tuple[Meeting, list[SeatShown]]:
    """For the desks, which show both."""
    room = await here(sitting.id)
    seats = await half_circle(sitting, room)
    return Meeting(sitting, (await version(sitting.rule_set)).rules, len(seats), tuple(room)), seats


def _shown(row: Row, one: Here | None, spot: Spot) -> SeatShown:
    place = Place(row["number"], row["member"], row["deputy"])
    holds = InRoom(one.member, one.seat, one.deputy) if one else None
    return SeatShown(
        number=row["number"],
        school=row["school"] or "",
        state=seat_state(place, holds),
        name=(one.name if one else row["name"]) or "",
        spot=spot,
        holder=row["name"] or "",
        deputy=row["deputy_name"] or "",
        is_chair=row["role"] == "chair",
    )


def by_school(seats: Sequence[SeatShown]) -> list[SchoolShown]:
    """In the order of the seats."""
    schools = dict.fromkeys(seat.school for seat in seats)
    return [
        SchoolShown(school, sum(seat.is_here for seat in theirs), len(theirs))
        for school in schools
        if (theirs := [seat for seat in seats if seat.school == school])
    ]
