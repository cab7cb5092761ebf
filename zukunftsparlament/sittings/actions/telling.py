"""What the parliament is told of its sittings, on "Meins"."""

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.telling import tell_for_today
from zukunftsparlament.sittings.queries import Sitting

# Whoever holds a seat or stands in for one.
PARLIAMENT = Sql(
    "SELECT member AS who FROM seat WHERE member IS NOT NULL "
    "UNION SELECT deputy FROM seat WHERE deputy IS NOT NULL ORDER BY 1"
)


async def tell_the_parliament(sitting: Sitting, kind: str, **facts: str) -> None:
    """One line for each sitting and day. A rehearsal is told of in the room."""
    if sitting.is_rehearsal:
        return
    members = [row["who"] for row in await PARLIAMENT.rows()]
    starts = sitting.times.starts_at.isoformat()
    await tell_for_today(members, kind, address=sitting.address, starts=starts, place=sitting.place, **facts)
