"""Steps that cannot be taken back: each waits for a countdown that either chair stops.

What waits stands in the sitting itself (`due`, `due_at`), so whichever server runs when its time has come takes it, in
the one transaction that also empties `due`: once, and after a restart as well.
"""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import queries, rules
from zukunftsparlament.sittings.actions.chairs import change_chairs_now, must_be_chairable
from zukunftsparlament.sittings.actions.course import close_now, must_be_closable, must_go_on
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.items import end_now, must_be_endable
from zukunftsparlament.sittings.actions.leading import sitting_to_lead
from zukunftsparlament.sittings.queries import Course
from zukunftsparlament.sittings.rules import Due, End, Halt

BEGIN = Sql("UPDATE sitting SET due = $2, due_at = $3 WHERE id = $1")
EMPTY = Sql("UPDATE sitting SET due = '{}', due_at = NULL WHERE id = $1")


async def announce_closing(number: int, *, actor: str) -> None:
    await _announce(number, {"act": Due.CLOSE.value}, actor=actor)


async def announce_end(number: int, mark: int, as_: End | str, reason: str, *, actor: str) -> None:
    facts = {"act": Due.END_ITEM.value, "mark": mark, "as": End(as_).value, "reason": reason.strip()}
    await _announce(number, facts, actor=actor)


async def announce_chairs(number: int, seats: list[int], *, actor: str) -> None:
    await _announce(number, {"act": Due.CHAIRS.value, "seats": sorted(set(seats))}, actor=actor)


async def _announce(number: int, due: Mapping[str, Any], *, actor: str) -> None:
    """Raises Refused for what could not be done now. The same once more changes nothing."""
    async with writing():
        sitting = await sitting_to_lead(number, actor)
        found = await queries.course(sitting)
        if _is_done(found, due) or _what(sitting.due) == dict(due):
            return
        if sitting.due:
            raise Refused(Halt.ANOTHER_COUNTDOWN)
        await _must_be_possible(found, due, actor=actor)
        at = now() + timedelta(seconds=rules.COUNTDOWN_SECONDS)
        await BEGIN.rows(sitting.id, json.dumps({**due, "actor": actor}), at)
        await happened(sitting, "countdown", actor=actor, act=due["act"], **_mark(due))


async def stop_countdown(number: int, act: str, *, actor: str) -> None:
    """`act`: which countdown the page showed. It was stopped already, or its time has come: nothing happens."""
    async with writing():
        sitting = await sitting_to_lead(number, actor)
        if sitting.due.get("act") != act:
            return
        await EMPTY.rows(sitting.id)
        await happened(sitting, "countdown_stopped", actor=actor, act=act, **_mark(sitting.due))


async def take_due_step(number: int) -> None:
    """For the clockwork. What has become impossible meanwhile is dropped, and the steps say so."""
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        if not sitting.due or sitting.due_at is None or sitting.due_at > now():
            return
        due, actor = sitting.due, str(sitting.due["actor"])
        await EMPTY.rows(sitting.id)
        found = await queries.course(sitting)
        try:
            await _must_be_possible(found, due, actor=actor)
        except (Refused, Missing):
            await happened(sitting, "countdown_dropped", actor="system", act=due["act"], **_mark(due))
            return
        await _take(found, due, actor=actor)


async def count_down_again(number: int, *, farther_than: timedelta) -> None:
    """The clock went back: nobody shall wait an hour for ten seconds."""
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        if sitting.due_at is None or sitting.due_at - now() <= farther_than:
            return
        await BEGIN.rows(sitting.id, json.dumps(sitting.due), now() + timedelta(seconds=rules.COUNTDOWN_SECONDS))
        await happened(sitting, "countdown", actor="system", act=sitting.due["act"], **_mark(sitting.due))


async def _must_be_possible(found: Course, due: Mapping[str, Any], *, actor: str) -> None:
    match due["act"]:
        case Due.CLOSE:
            must_be_closable(found)
        case Due.END_ITEM:
            if (item := found.item(due["mark"])) is None:
                raise Missing
            must_be_endable(found, item, End(due["as"]), due["reason"])
        case Due.CHAIRS:
            must_go_on(found.sitting)
            await must_be_chairable(found, due["seats"], actor=actor)


async def _take(found: Course, due: Mapping[str, Any], *, actor: str) -> None:
    match due["act"]:
        case Due.CLOSE:
            await close_now(found, actor=actor)
        case Due.END_ITEM:
            item = found.item(due["mark"])
            assert item is not None
            await end_now(found, item, End(due["as"]), due["reason"], actor=actor)
        case Due.CHAIRS:
            await change_chairs_now(found.sitting, due["seats"], actor=actor)


def _is_done(found: Course, due: Mapping[str, Any]) -> bool:
    if due["act"] == Due.CLOSE:
        return found.sitting.times.closed_at is not None
    item = found.item(due["mark"]) if due["act"] == Due.END_ITEM else None
    return item is not None and item.ended_as == due["as"]


def _what(due: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in due.items() if name != "actor"}


def _mark(due: Mapping[str, Any]) -> dict[str, Any]:
    return {"mark": due["mark"]} if "mark" in due else {}
