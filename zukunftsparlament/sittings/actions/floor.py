"""Who has the floor: given, ended and taken back by the chairs. Two chairs at once are one transition."""

from datetime import timedelta
from typing import Any

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.procedure.queries import version
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.leading import sitting_to_lead
from zukunftsparlament.sittings.actions.speaking import LOWER, NEXT_MARK, RAISE
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.queries.speaking import TURNS, hand_of
from zukunftsparlament.sittings.rules.room_words import RoomWhyNot
from zukunftsparlament.sittings.rules.speaking import seconds_for, why_not_lead_speech

GUEST = Sql(
    "SELECT g.id, g.came_at, g.left_at, w.id AS up FROM guest g LEFT JOIN speaking_turn w ON w.guest = g.id "
    "AND w.lowered_at IS NULL AND w.begun_at IS NULL WHERE g.sitting = $1 AND g.mark = $2"
)
BEGIN = Sql("UPDATE speaking_turn SET begun_at = $2, ends_at = $3 WHERE id = $1 AND begun_at IS NULL")
STOP = Sql("UPDATE speaking_turn SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL")
BACK = Sql("UPDATE speaking_turn SET begun_at = NULL, ends_at = NULL WHERE id = $1")
SPEAKS_ON = Sql("UPDATE speaking_turn SET ended_at = NULL WHERE sitting = $1 AND ended_at = $2 AND order_kind = ''")
RAISED_AGAIN = Sql(
    "SELECT id FROM speaking_turn WHERE sitting = $1 AND member = $2 AND order_kind = '' AND id <> $3 "
    "AND lowered_at IS NULL AND begun_at IS NULL"
)


async def give_floor(number: int, mark: int, *, instead: int | None, actor: str) -> None:
    """Whoever raised this hand speaks from now on; who spoke until now has finished.

    `instead`: the mark of whoever spoke on the chair's screen. When somebody else speaks by now, the other chair has
    acted meanwhile, and nothing happens. Raises Refused.
    """
    async with writing():
        sitting = await _sitting_to_lead(number, actor)
        rows = await TURNS.rows(sitting.id)
        row = _row(rows, mark)
        speaks = next((one for one in rows if one["begun_at"] and not one["ended_at"]), None)
        speaks_now = speaks["mark"] if speaks else None
        if speaks_now == mark or (speaks_now is not None and speaks_now != instead):
            return
        if row["lowered_at"] or row["begun_at"] or row["order_kind"]:
            raise Refused(RoomWhyNot.HAND_IS_DOWN)
        at = now()
        if speaks:
            await STOP.rows(speaks["id"], at)
        rules = (await version(sitting.rule_set)).rules
        seconds = seconds_for(hand_of(row, rows), rules.speaking_seconds)
        await BEGIN.rows(row["id"], at, at + timedelta(seconds=seconds))
        await happened(sitting, "speaking_began", actor=actor, item=row["item"], **_who(row))


async def stop(number: int, mark: int, *, actor: str) -> None:
    """The speech is over. It is so already: nothing happens."""
    async with writing():
        sitting = await sitting_to_lead(number, actor)
        row = _row(await TURNS.rows(sitting.id), mark)
        if row["begun_at"] and not row["ended_at"]:
            await STOP.rows(row["id"], now())
            announce(sitting.room)


async def take_back(number: int, mark: int, *, actor: str) -> None:
    """It was a wrong tap: back into the old place, and whoever was cut off speaks on. It waits already: nothing."""
    async with writing():
        sitting = await sitting_to_lead(number, actor)
        row = _row(await TURNS.rows(sitting.id), mark)
        if row["lowered_at"] or row["ended_at"]:
            raise Refused(RoomWhyNot.HAND_IS_DOWN)
        if not row["begun_at"]:
            return
        for again in await RAISED_AGAIN.rows(sitting.id, row["member"], row["id"]) if row["member"] else ():
            await LOWER.rows(again["id"], now())
        await BACK.rows(row["id"])
        await SPEAKS_ON.rows(sitting.id, row["begun_at"])
        await happened(sitting, "speaking_taken_back", actor=actor, item=row["item"], **_who(row))


async def take_off(number: int, mark: int, *, actor: str) -> None:
    """The chair lowers a hand. It is down already: nothing happens."""
    async with writing():
        sitting = await sitting_to_lead(number, actor)
        row = _row(await TURNS.rows(sitting.id), mark)
        if not row["lowered_at"] and not row["begun_at"]:
            await LOWER.rows(row["id"], now())
            announce(sitting.room)


async def put_guest(number: int, guest: int, *, actor: str) -> None:
    """`guest`: a mark. They stand on the list like everybody else; on it already, they stay where they are."""
    async with writing():
        sitting = await _sitting_to_lead(number, actor)
        row = await GUEST.row(sitting.id, guest)
        if row is None:
            raise Missing
        if row["up"] is not None:
            return
        if row["came_at"] is None or row["left_at"] is not None:
            raise Refused(RoomWhyNot.GUEST_IS_AWAY)
        item = await queries.running_item(sitting.id)
        if item is None:
            raise Refused(RoomWhyNot.NO_ITEM_RUNS)
        mark = int(await NEXT_MARK.value(sitting.id))
        await RAISE.rows(sitting.id, mark, item.id, None, row["id"], None, "", False, now())
        announce(sitting.room)


async def _sitting_to_lead(number: int, actor: str) -> Sitting:
    sitting = await sitting_to_lead(number, actor)
    if why_not := why_not_lead_speech(sitting.state):
        raise Refused(why_not)
    return sitting


def _row(rows: list[Row], mark: int) -> Row:
    for row in rows:
        if row["mark"] == mark:
            return row
    raise Missing


def _who(row: Row) -> dict[str, Any]:
    return {"guest": row["guest_name"]} if row["guest"] is not None else {"seat": row["seat"]}
