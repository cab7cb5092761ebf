"""Tasks: those of a sitting, and those of earlier ones that nobody has ticked yet."""

from dataclasses import dataclass
from datetime import date

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings.queries.rows import Sitting

OPEN_BEFORE = Sql(
    "SELECT s.number, t.mark, t.text, t.owner, t.due_on FROM task t JOIN sitting s ON s.id = t.sitting "
    "WHERE t.done_at IS NULL AND s.kind <> 'rehearsal' AND s.starts_at < $1 AND s.id <> $2 "
    "ORDER BY s.starts_at, t.mark LIMIT 50"
)


@dataclass(frozen=True, slots=True)
class OpenTask:
    """`number`: of the sitting in which it was promised."""

    number: int
    mark: int
    text: str
    owner: str
    due_on: date | None


async def open_tasks_before(sitting: Sitting) -> list[OpenTask]:
    """The oldest first."""
    return [OpenTask(**row) for row in await OPEN_BEFORE.rows(sitting.times.starts_at, sitting.id)]
