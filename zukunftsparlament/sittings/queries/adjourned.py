"""What earlier sittings have put off and nobody has taken up again."""

from dataclasses import dataclass

from zukunftsparlament.kernel.sql import Sql

# Of proposals the list of ripe ones takes care. It was taken up again where a later item says the same.
ADJOURNED = Sql(
    "SELECT s.number AS sitting, i.mark, i.title, i.end_reason AS reason FROM agenda_item i "
    "JOIN sitting s ON s.id = i.sitting WHERE i.ended_as = 'adjourned' AND i.removed_at IS NULL "
    "AND i.proposal IS NULL AND i.kind IN ('election', 'report', 'other') "
    "AND s.kind <> 'rehearsal' AND s.closed_at IS NOT NULL AND s.id <> $1 AND NOT EXISTS ("
    "SELECT 1 FROM agenda_item j JOIN sitting t ON t.id = j.sitting WHERE j.id > i.id AND j.removed_at IS NULL "
    "AND t.id <> s.id AND t.cancelled_at IS NULL AND t.kind <> 'rehearsal' AND j.kind = i.kind AND j.title = i.title) "
    "ORDER BY s.closed_at DESC, s.number, i.place, i.mark LIMIT 20"
)


@dataclass(frozen=True, slots=True)
class Adjourned:
    """`sitting` and `mark`: where it stood. `reason`: why it was put off."""

    sitting: int
    mark: int
    title: str
    reason: str


async def adjourned_for(sitting_id: int) -> list[Adjourned]:
    """The newest sitting first."""
    return [Adjourned(**row) for row in await ADJOURNED.rows(sitting_id)]
