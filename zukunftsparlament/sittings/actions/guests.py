"""Who is invited beside the members: bodies, offices, adults who hold one."""

from collections.abc import Sequence

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings.queries import Sitting

INVITED = Sql("SELECT id, name, came_at FROM guest WHERE sitting = $1 ORDER BY mark")
ADD = Sql(
    "INSERT INTO guest (sitting, mark, name) "
    "VALUES ($1, (SELECT coalesce(max(mark), 0) + 1 FROM guest WHERE sitting = $2), $3)"
)
UNINVITE = Sql("DELETE FROM guest WHERE id = $1")


async def set_guests(sitting: Sitting, names: Sequence[str]) -> bool:
    """Those who were invited already keep their mark. Inside `writing()`. Returns whether anything is different."""
    there = {row["name"]: row for row in await INVITED.rows(sitting.id)}
    gone = [row for name, row in there.items() if name not in names and row["came_at"] is None]
    new = [name for name in names if name not in there]
    for row in gone:
        await UNINVITE.rows(row["id"])
    for name in new:
        await ADD.rows(sitting.id, sitting.id, name)
    return bool(gone or new)
