"""What stands around an agenda: ripe proposals, papers, guests, and items that were taken off."""

from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel.sql import Row, Sql

# In the order of ripeness. What waits on another agenda is not offered twice; a rehearsal counts for itself only.
RIPE = Sql(
    "SELECT p.number, p.title, p.topic, p.backings, p.ripe_at FROM proposal p "
    "WHERE p.stage = 'ripe' AND p.removed_at IS NULL AND NOT EXISTS ("
    "SELECT 1 FROM agenda_item i JOIN sitting s ON s.id = i.sitting WHERE i.proposal = p.id "
    "AND i.removed_at IS NULL AND i.ended_at IS NULL AND s.closed_at IS NULL AND s.cancelled_at IS NULL "
    "AND (s.kind <> 'rehearsal' OR s.id = $1)) ORDER BY p.ripe_at, p.number LIMIT 30"
)
OF_ITEMS = (
    "SELECT i.mark, p.place, p.title, p.text FROM item_paper p JOIN agenda_item i ON i.id = p.item "
    "WHERE i.sitting = $1 AND i.removed_at IS NULL"
)
PAPERS = Sql(f"{OF_ITEMS} ORDER BY i.mark, p.place")
NO_ITEM = 0  # marks begin with 1
PAPERS_AND_GUESTS = Sql(
    f"{OF_ITEMS} UNION ALL SELECT {NO_ITEM}, g.mark, g.name, '' FROM guest g WHERE g.sitting = $1 "  # noqa: S608
    "ORDER BY 1, 2"
)
GUESTS = Sql("SELECT name FROM guest WHERE sitting = $1 ORDER BY mark")
REMOVED = Sql(
    "SELECT i.mark, i.title, p.title AS proposal_title FROM agenda_item i LEFT JOIN proposal p ON p.id = i.proposal "
    "WHERE i.sitting = $1 AND i.removed_at IS NOT NULL ORDER BY i.removed_at DESC, i.id DESC LIMIT 20"
)


@dataclass(frozen=True, slots=True)
class Ripe:
    number: int
    title: str
    topic: str
    backings: int
    ripe_at: datetime | None


@dataclass(frozen=True, slots=True)
class Paper:
    place: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class TakenOff:
    mark: int
    title: str


async def ripe_for(sitting_id: int) -> list[Ripe]:
    return [Ripe(**row) for row in await RIPE.rows(sitting_id)]


async def papers(sitting_id: int) -> dict[int, list[Paper]]:
    """By the mark of their item."""
    return _by_mark(await PAPERS.rows(sitting_id))


async def papers_and_guests(sitting_id: int) -> tuple[dict[int, list[Paper]], list[str]]:
    """The papers by the mark of their item, and the names of all guests."""
    rows = await PAPERS_AND_GUESTS.rows(sitting_id)
    guests = [row["title"] for row in rows if row["mark"] == NO_ITEM]
    return _by_mark([row for row in rows if row["mark"] != NO_ITEM]), guests


def _by_mark(rows: list[Row]) -> dict[int, list[Paper]]:
    found: dict[int, list[Paper]] = {}
    for row in rows:
        found.setdefault(row["mark"], []).append(Paper(row["place"], row["title"], row["text"]))
    return found


async def guests(sitting_id: int) -> list[str]:
    return [row["name"] for row in await GUESTS.rows(sitting_id)]


async def taken_off(sitting_id: int) -> list[TakenOff]:
    """The newest first."""
    return [
        TakenOff(row["mark"], row["title"] or row["proposal_title"] or "") for row in await REMOVED.rows(sitting_id)
    ]
