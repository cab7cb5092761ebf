"""The versions of the minutes of a sitting: each frozen, the newest counts, all that were public stay readable."""

# ruff: noqa: S608  put together from constants of this room only

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from zukunftsparlament.kernel.clock import HERE
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.minutes.shape import Content
from zukunftsparlament.sittings.queries import Sitting

COLUMNS = "m.id, m.version, m.made_at, m.made_by, m.reason, m.content, m.sha256, m.public_at"
ALL = Sql(f"SELECT {COLUMNS} FROM minutes m WHERE m.sitting = $1 ORDER BY m.version DESC")
FOR_CHANGING = Sql(f"SELECT {COLUMNS} FROM minutes m WHERE m.sitting = $1 ORDER BY m.version DESC {{for_update}}")
CONFIRMED = Sql(
    "SELECT c.minutes, c.actor, c.at FROM minutes_confirmation c JOIN minutes m ON m.id = c.minutes "
    "WHERE m.sitting = $1 ORDER BY c.id"
)
TALKED_ABOUT = Sql(
    "SELECT s.number, max(m.version) AS version FROM minutes m JOIN sitting s ON s.id = m.sitting "
    "WHERE s.kind = 'official' AND s.closed_at < $1 AND m.public_at <= $2 GROUP BY s.number, s.closed_at "
    "ORDER BY s.closed_at DESC LIMIT 1"
)
# The first version of each that the sitting of this name has approved.
APPROVED_BY = Sql(
    "SELECT s.number, min(m.version) AS version FROM minutes_confirmation c JOIN minutes m ON m.id = c.minutes "
    "JOIN sitting s ON s.id = m.sitting WHERE c.actor = $1 AND m.public_at IS NOT NULL GROUP BY s.number "
    "ORDER BY s.number"
)
BEFORE = Sql(
    "SELECT s.number FROM sitting s WHERE s.kind = 'official' AND s.closed_at IS NOT NULL AND s.starts_at < $1 "
    "AND s.id <> $2 ORDER BY s.closed_at DESC LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """`actor`: `seat:4`, `office:NAME`, or `sitting:5` where the next sitting has approved them."""

    actor: str
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """`reason`: of a correction."""

    id: int
    version: int
    made_at: datetime
    made_by: str
    reason: str
    content: Content
    sha256: str
    public_at: datetime | None
    confirmed: tuple[Confirmed, ...]

    @property
    def is_public(self) -> bool:
        return self.public_at is not None


async def versions(sitting_id: int, *, for_changing: bool = False) -> list[Version]:
    """Newest first. `for_changing`: locked, inside `writing()`."""
    rows = await (FOR_CHANGING if for_changing else ALL).rows(sitting_id)
    by: dict[int, list[Confirmed]] = {}
    for row in await CONFIRMED.rows(sitting_id) if rows else []:
        by.setdefault(row["minutes"], []).append(Confirmed(row["actor"], row["at"]))
    return [_version(row, by.get(row["id"], [])) for row in rows]


async def newest(sitting_id: int) -> Version | None:
    """The public one that counts."""
    return next((one for one in await versions(sitting_id) if one.is_public), None)


async def version(sitting_id: int, number: int) -> Version:
    """A public one. Raises Missing for any other."""
    for one in await versions(sitting_id):
        if one.version == number and one.is_public:
            return one
    raise Missing


async def talked_about_in(sitting: Sitting, *, by: datetime) -> tuple[int, int] | None:
    """Number and version of the minutes that lay before this sitting, as they were at that moment."""
    opened = sitting.times.opened_at
    row = await TALKED_ABOUT.row(opened, by) if opened else None
    return (row["number"], row["version"]) if row else None


async def approved_by(sitting: Sitting) -> tuple[tuple[int, int], ...]:
    """Number and version of all minutes that became public because this sitting said so."""
    return tuple((row["number"], row["version"]) for row in await APPROVED_BY.rows(f"sitting:{sitting.number}"))


async def last_minutes(sitting: Sitting) -> int | None:
    """The number of the official sitting before this one: its minutes are what the item "last minutes" is about."""
    return cast("int | None", await BEFORE.value(sitting.times.starts_at, sitting.id))


def local_day(moment: datetime) -> date:
    return moment.astimezone(HERE).date()


def _version(row: Row, confirmed: list[Confirmed]) -> Version:
    return Version(**row | {"content": json.loads(row["content"])}, confirmed=tuple(confirmed))
