"""People and seats for tests of what goes on in the room."""

from dataclasses import dataclass
from itertools import count

from tests import makers, makers_sittings
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.attendance import come
from zukunftsparlament.sittings.queries import Sitting

SEAT = Sql("INSERT INTO seat (number, school, place, member, deputy) VALUES ($1, $2, 1, $3, $4)")
GUEST = Sql("INSERT INTO guest (sitting, mark, name) VALUES ($1, $2, $3)")
CHAIR = makers_sittings.CHAIR
_next = count(100)


@dataclass(frozen=True)
class Seat:
    number: int
    holder: int
    deputy: int | None


async def seat(*, school: int | None = None, deputy: int | None = None, role: str = "member", name: str = "") -> Seat:
    """Numbers grow from 100."""
    number = next(_next)
    holder = await makers.member(role=role, name=name)
    await SEAT.rows(number, school, holder, deputy)
    return Seat(number, holder, deputy)


async def in_the_room(sitting: Sitting, *seats: Seat) -> None:
    for one in seats:
        await come(sitting.number, one.holder, actor="member")


async def open_sitting_with_item() -> Sitting:
    sitting = await makers_sittings.sitting(opened=True)
    await makers_sittings.item(sitting, begun=True)
    return sitting


async def guest(sitting: Sitting, name: str = "Bürgermeisterin") -> int:
    mark = next(_next)
    await GUEST.rows(sitting.id, mark, name)
    return mark


async def states(sitting: Sitting) -> dict[int, str]:
    """Without the chairs."""
    return {one.number: one.state.value for one in await queries.half_circle(sitting) if one.number >= 100}


async def kinds(sitting: Sitting) -> list[str]:
    """What has happened since it was opened, in order."""
    return [step.kind for step in await queries.steps(sitting.id) if step.kind not in ("planned", "item_added")]
