"""Finding sittings and their agenda."""

# ruff: noqa: S608  put together from constants of this room only

from dataclasses import replace
from datetime import timedelta

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings.queries.rows import COLUMNS, ITEM_COLUMNS, Item, Sitting, item_in, sitting_in
from zukunftsparlament.sittings.rules import numbered
from zukunftsparlament.sittings.rules.course import innermost
from zukunftsparlament.sittings.rules.words import REHEARSALS_FROM, WhyNot

BY_NUMBER = Sql(f"SELECT {COLUMNS} FROM sitting s WHERE s.number = $1")
BY_ID = Sql(f"SELECT {COLUMNS} FROM sitting s WHERE s.id = $1")
FOR_CHANGING = Sql(f"SELECT {COLUMNS} FROM sitting s WHERE s.number = $1 {{for_update}}")
BY_SCREEN = Sql(f"SELECT {COLUMNS} FROM sitting s WHERE s.screen_token = $1")
BY_JOIN = Sql(f"SELECT {COLUMNS} FROM sitting s WHERE s.join_token = $1")
GOING_ON = Sql(
    f"SELECT {COLUMNS} FROM sitting s WHERE s.opened_at IS NOT NULL AND s.closed_at IS NULL "
    "AND s.cancelled_at IS NULL ORDER BY s.number"
)
AT_THE_DOOR = Sql(
    f"SELECT {COLUMNS} FROM sitting s WHERE s.invited_at IS NOT NULL AND s.closed_at IS NULL "
    "AND s.cancelled_at IS NULL AND (s.opened_at IS NOT NULL OR (s.starts_at < $1 AND s.starts_at > $2)) "
    "ORDER BY s.number"
)
SOON, LATE = timedelta(hours=1), timedelta(hours=6)
# What was done last to the speaking list of an item that runs.
LIST_STEP = (
    "CASE WHEN i.begun_at IS NOT NULL AND i.ended_at IS NULL THEN (SELECT t.kind FROM sitting_step t "
    "WHERE t.sitting = i.sitting AND t.item = i.id AND t.kind IN ('list_closed', 'list_opened') "
    "ORDER BY t.id DESC LIMIT 1) END AS list_step"
)
AGENDA = Sql(
    f"SELECT {ITEM_COLUMNS}, v.number AS proposal_number, v.title AS proposal_title, "
    f"v.stage AS proposal_stage, {LIST_STEP} FROM agenda_item i "
    "LEFT JOIN proposal v ON v.id = i.proposal WHERE i.sitting = $1 AND i.removed_at IS NULL ORDER BY i.place, i.id"
)


async def sitting(number: int) -> Sitting:
    return await _one(BY_NUMBER, number)


async def sitting_by_id(row_id: int) -> Sitting:
    return await _one(BY_ID, row_id)


async def sitting_for_changing(number: int) -> Sitting:
    """Exclusive lock: whoever changes what happens in a sitting waits here for the one before. Inside `writing()`."""
    return await _one(FOR_CHANGING, number)


async def sitting_of_screen(token: str) -> Sitting:
    return await _one(BY_SCREEN, token)


async def sitting_to_join(token: str) -> Sitting:
    return await _one(BY_JOIN, token)


async def going_on() -> list[Sitting]:
    return [sitting_in(row) for row in await GOING_ON.rows()]


async def at_the_door() -> list[Sitting]:
    """Those that go on, and those that are about to be opened."""
    at = now()
    return [sitting_in(row) for row in await AT_THE_DOOR.rows(at + SOON, at - LATE)]


async def _one(found: Sql, key: int | str) -> Sitting:
    fits = not isinstance(key, int) or 0 < key < 2**31
    row = await found.row(key) if fits else None
    if row is None:
        # A rehearsal leaves nothing behind, and nothing else ever goes: whoever reloads its page or screen hears so.
        is_over = found is not BY_ID and (isinstance(key, str) or key > REHEARSALS_FROM)
        raise Missing(WhyNot.REHEARSAL_OVER if is_over else None)
    return sitting_in(row)


async def agenda(sitting_id: int) -> list[Item]:
    """In the order of the agenda, with numbers."""
    items = [item_in(row) for row in await AGENDA.rows(sitting_id)]
    return [replace(item, number=number) for number, item in numbered(items)]


async def item(sitting_id: int, mark: int) -> Item:
    for found in await agenda(sitting_id):
        if found.mark == mark:
            return found
    raise Missing


async def running_item(sitting_id: int) -> Item | None:
    return innermost(await agenda(sitting_id))
