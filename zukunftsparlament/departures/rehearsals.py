"""A rehearsal leaves nothing behind: whatever hangs on its sitting goes, in every table of the rooms it was held in.

Which tables those are is read off their foreign keys, so that a new one cannot be forgotten. Only numbers that were
given stay given. The clock wipes what nobody has: an hour after the end, and a day after it was begun in any case.
"""

import logging
import time
from collections.abc import Iterable
from datetime import timedelta

from piccolo.columns import ForeignKey
from piccolo.table import Table

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import STORE_ERRORS, writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.tables import tables
from zukunftsparlament.kernel.wiping import wiping
from zukunftsparlament.polls import keys
from zukunftsparlament.sittings.queries import sitting_for_changing
from zukunftsparlament.sittings.rules import SittingKind

ROOMS = frozenset(
    {"sittings", "polls", "minutes"}
)  # nothing elsewhere may point at a rehearsal, and nothing there goes
LOOK_AT_IT = timedelta(hours=1)  # after its end, its minutes say
LONGEST = timedelta(hours=24)
TICK_SECONDS = 30.0

OVER = Sql(
    "SELECT number FROM sitting WHERE kind = $1 AND (cancelled_at IS NOT NULL OR closed_at < $2 OR created_at < $3) "
    "ORDER BY number"
)
NO_SECOND_CALL = Sql("UPDATE sitting SET second_call_of = NULL WHERE second_call_of = $1")
LOCK_POLLS = Sql(
    "SELECT p.id, p.number, p.series FROM poll p WHERE p.item IN (SELECT i.id FROM agenda_item i WHERE i.sitting = $1) "
    "ORDER BY p.number {for_update}"
)
LONELY_SERIES = Sql("DELETE FROM poll_series WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM poll WHERE series = $1)")

log = logging.getLogger("zukunftsparlament")
Rows = dict[str, set[int]]


async def wipe_rehearsal(number: int) -> None:
    """Raises Missing where there is no rehearsal of that number (any more). The keys of its ballot boxes go too."""
    async with wiping(*_names()), writing():
        sitting = await sitting_for_changing(number)
        if not sitting.is_rehearsal:
            raise Missing
        await NO_SECOND_CALL.rows(sitting.id)
        polls = await LOCK_POLLS.rows(sitting.id)
        await _delete(await _hanging_on(sitting.id))
        for series in {poll["series"] for poll in polls} - {None}:
            await LONELY_SERIES.rows(series)
        announce(sitting.room, "sittings")
    for poll in polls:
        keys.destroy_both(poll["number"])
        keys.destroy_draw(poll["number"])
        keys.compacted(poll["number"])


def _ours() -> list[type[Table]]:
    """Each after those that it points at."""
    return [table for table in tables() if table.__module__.split(".")[1] in ROOMS]


def _names() -> list[str]:
    return [table._meta.tablename for table in _ours()]


async def _hanging_on(sitting_id: int) -> Rows:
    """Row ids by table, in the order of the tables."""
    found: Rows = {"sitting": {sitting_id}}
    for table in _ours():
        name = table._meta.tablename
        before = -1
        while before < len(found.get(name, ())):  # once more where rows of a table point at each other
            before = len(found.get(name, ()))
            for column, there in _arrows(table):
                if there in found and (ids := await _pointing(name, column, found[there])):
                    found[name] = found.get(name, set()) | ids
    return found


def _arrows(table: type[Table]) -> Iterable[tuple[str, str]]:
    """Column and table that it points at."""
    for column in table._meta.columns:
        if isinstance(column, ForeignKey):
            yield column._meta.db_column_name, column._foreign_key_meta.resolved_references._meta.tablename


async def _pointing(table: str, column: str, at: set[int]) -> set[int]:
    if not at:
        return set()
    rows = await Sql(f'SELECT id FROM {table} WHERE "{column}" IN ({_list(at)})').rows()  # noqa: S608
    return {row["id"] for row in rows}


async def _delete(rows: Rows) -> None:
    """The other way round. Rows of one table that point at each other go in one statement."""
    for table in reversed(_names()):
        if ids := rows.get(table):
            await Sql(f"DELETE FROM {table} WHERE id IN ({_list(ids)})").rows()  # noqa: S608


def _list(ids: set[int]) -> str:
    return ", ".join(str(one) for one in sorted(ids))


class Rehearsals:
    """Looks now and then; killed in between, the next look goes on."""

    def __init__(self) -> None:
        self.next_look = 0.0

    async def tick(self) -> None:
        if time.monotonic() < self.next_look:
            return
        self.next_look = time.monotonic() + TICK_SECONDS
        await self.wipe_what_is_over()

    async def wipe_what_is_over(self) -> None:
        at = now()
        for row in await OVER.rows(SittingKind.REHEARSAL, at - LOOK_AT_IT, at - LONGEST):
            try:
                await wipe_rehearsal(row["number"])
            except Missing:
                continue  # somebody was faster
            except STORE_ERRORS as error:
                log.error("rehearsal %s cannot be wiped yet: %s", row["number"], type(error).__name__)


rehearsals = Rehearsals()
