"""Sittings in lists and calendars, what stands around one of them, and what could come on its agenda."""

# ruff: noqa: S608  put together from constants of this room only

from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.sittings.queries.rows import COLUMNS, Sitting, sitting_in

PER_PAGE = 20
PUBLIC = "s.invited_at IS NOT NULL AND s.kind <> 'rehearsal'"
IS_OVER = "(s.closed_at IS NOT NULL OR (s.opened_at IS NULL AND s.starts_at < $1))"
AHEAD = Sql(f"SELECT {COLUMNS} FROM sitting s WHERE {PUBLIC} AND NOT {IS_OVER} ORDER BY s.starts_at, s.number LIMIT 50")
OVER = Sql(
    f"SELECT {COLUMNS}, count(*) OVER () AS how_many FROM sitting s WHERE {PUBLIC} AND {IS_OVER} "
    "ORDER BY s.starts_at DESC, s.number DESC LIMIT $2 OFFSET $3"
)
TO_LEAD = Sql(
    f"SELECT {COLUMNS} FROM sitting s WHERE s.closed_at IS NULL AND s.cancelled_at IS NULL "
    "ORDER BY s.starts_at, s.number LIMIT 50"
)
BEFORE = Sql(
    f"SELECT {COLUMNS} FROM sitting s WHERE s.kind <> 'rehearsal' AND s.closed_at IS NOT NULL AND s.starts_at < $1 "
    "ORDER BY s.starts_at DESC, s.number DESC LIMIT 1"
)
# Its newest change that calendars must follow, and how many of these there were.
DATED = (
    f"SELECT {COLUMNS}, c.at AS changed_at, (SELECT count(*) FROM sitting_step t WHERE t.sitting = s.id "
    "AND t.kind IN ('moved', 'cancelled')) AS changes FROM sitting s LEFT JOIN sitting_step c ON c.id = "
    "(SELECT max(t.id) FROM sitting_step t WHERE t.sitting = s.id AND t.kind IN ('invited', 'moved', 'cancelled'))"
)
IN_CALENDAR = Sql(f"{DATED} WHERE {PUBLIC} AND s.starts_at > $1 ORDER BY s.starts_at, s.number LIMIT 200")
ONE_IN_CALENDAR = Sql(f"{DATED} WHERE s.id = $1")


@dataclass(frozen=True, slots=True)
class Dated:
    """A sitting for calendars. `sequence` rises with every change of when, where and whether."""

    sitting: Sitting
    changed_at: datetime
    sequence: int


@dataclass(frozen=True, slots=True)
class Past:
    sittings: list[Sitting]
    page: int
    pages: int


async def ahead(yesterday: datetime) -> list[Sitting]:
    """Invited to and not over: the running ones and those to come, the next one first. One that was never opened
    is over a day later."""
    return [sitting_in(row) for row in await AHEAD.rows(yesterday)]


async def over(yesterday: datetime, page: int) -> Past:
    """The newest first."""
    rows = await OVER.rows(yesterday, PER_PAGE, PER_PAGE * (page - 1))
    found = [sitting_in({name: row[name] for name in row if name != "how_many"}) for row in rows]
    return Past(found, page, -(-rows[0]["how_many"] // PER_PAGE) if rows else 1)


async def to_lead() -> list[Sitting]:
    """What those who lead have to look after: planned, invited to, running; rehearsals too."""
    return [sitting_in(row) for row in await TO_LEAD.rows()]


async def sitting_before(starts_at: datetime) -> Sitting | None:
    """The last one that was held."""
    row = await BEFORE.row(starts_at)
    return sitting_in(row) if row else None


async def in_calendar(since: datetime) -> list[Dated]:
    return [_dated(row) for row in await IN_CALENDAR.rows(since)]


async def dated(sitting: Sitting) -> Dated:
    row = await ONE_IN_CALENDAR.row(sitting.id)
    assert row
    return _dated(row)


def _dated(row: Row) -> Dated:
    found = sitting_in(row)
    return Dated(found, row["changed_at"] or found.created_at, row["changes"])
