"""Guests of a sitting, as the chair sees them."""

from dataclasses import dataclass

from zukunftsparlament.kernel.sql import Sql

GUESTS = Sql(
    "SELECT g.mark, g.name, g.came_at, g.left_at, (SELECT count(*) FROM speaking_turn w WHERE w.guest = g.id "
    "AND w.lowered_at IS NULL AND w.ended_at IS NULL) AS up FROM guest g WHERE g.sitting = $1 ORDER BY g.mark"
)


@dataclass(frozen=True, slots=True)
class GuestShown:
    """`is_up`: on the speaking list, or speaking."""

    mark: int
    name: str
    is_here: bool
    is_up: bool


async def guests(sitting_id: int) -> list[GuestShown]:
    return [
        GuestShown(row["mark"], row["name"], row["came_at"] is not None and row["left_at"] is None, row["up"] > 0)
        for row in await GUESTS.rows(sitting_id)
    ]
