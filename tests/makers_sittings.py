"""Sittings for tests: planned, invited, opened, with people in the room, in one line each."""

from datetime import datetime, timedelta
from typing import Any

from tests import makers, makers_polls
from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.procedure.rules import HOLZWICKEDE, RuleSet
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.agenda import add_item
from zukunftsparlament.sittings.actions.planning import plan_sitting
from zukunftsparlament.sittings.queries import Item, Sitting
from zukunftsparlament.sittings.rules import ItemKind, SittingKind
from zukunftsparlament.sittings.rules.agenda import ItemDraft
from zukunftsparlament.sittings.rules.planning import SittingDraft

CHAIR = "chair:1"
CHAIRS = (1, 2)
WHO_SITS = Sql(
    "SELECT t.id, t.number, t.member FROM seat t JOIN member m ON m.id = t.member WHERE t.number > 2 "
    "ORDER BY CASE m.role WHEN 'chair' THEN 0 ELSE 1 END, t.number"
)
SITS_THERE = Sql("SELECT member FROM seat WHERE number = $1")
MOVE = Sql("UPDATE seat SET number = $2 WHERE id = $1")
LEADS = Sql("UPDATE member SET role = 'chair' WHERE id = $1")
CHAIR_SEAT = Sql("INSERT INTO seat (number, place, member) VALUES ($1, 1, $2)")
INVITED = Sql("UPDATE sitting SET invited_at = $2 WHERE id = $1")
OPENED = Sql("UPDATE sitting SET opened_at = $2, starts_at = $3 WHERE id = $1")
CLOSED = Sql("UPDATE sitting SET closed_at = $2 WHERE id = $1")
SEATS_OF = Sql("SELECT number, deputy FROM seat WHERE member = $1 OR deputy = $2 ORDER BY number")
HERE = Sql("INSERT INTO attendance (sitting, member, seat, deputy, how, came_at) VALUES ($1, $2, $3, $4, 'card', $5)")


def draft(
    *, kind: SittingKind = SittingKind.OFFICIAL, starts_at: datetime | None = None, **wished: Any
) -> SittingDraft:
    """In three weeks, in an invented hall."""
    return SittingDraft(
        kind=kind,
        starts_at=starts_at or (now() + timedelta(weeks=3)).replace(second=0, microsecond=0),
        **{"place": "Saal am Markt"} | wished,
    )


async def chairs() -> None:
    """Whoever acts as `chair:1` or `chair:2` is chair: the first of those who have a seat move there, else two more."""
    others = await WHO_SITS.rows()
    for number in CHAIRS:
        if (there := await SITS_THERE.row(number)) is not None:
            await LEADS.rows(there["member"])
        elif others:
            one = others.pop(0)
            await MOVE.rows(one["id"], number)
            await LEADS.rows(one["member"])
        else:
            await CHAIR_SEAT.rows(number, await makers.member(role="chair"))


async def sitting(
    *,
    kind: SittingKind = SittingKind.OFFICIAL,
    rules: RuleSet = HOLZWICKEDE,
    invited: bool = False,
    opened: bool = False,
    closed: bool = False,
    second_call_of: int | None = None,
    led: bool = True,
    **wished: Any,
) -> Sitting:
    """Planned; and as it stands in the store a moment after it was invited to, opened or closed.

    `led`: the parliament has its chairs; not so before the founding sitting.
    """
    if led:
        await chairs()
    await makers_polls.rules(rules)
    number = await plan_sitting(draft(kind=kind, **wished), actor=CHAIR, second_call_of=second_call_of)
    found = await queries.sitting(number)
    if invited or opened or closed:
        await INVITED.rows(found.id, now())
        if not found.is_rehearsal:
            async with writing():
                await record(actor=CHAIR, verb="invited", subject_kind="sitting", subject_number=number)
    if opened or closed:
        await OPENED.rows(found.id, now(), now())
    if closed:
        await CLOSED.rows(found.id, now())
    return await queries.sitting(number)


async def item(sitting: Sitting, title: str = "Ein Skatepark", *, begun: bool = False, **wished: Any) -> Item:
    """On the agenda since before the sitting was opened."""
    await OPENED.rows(sitting.id, None, now() + timedelta(weeks=3))
    mark = await add_item(sitting.number, ItemDraft(title=title, **wished), actor=CHAIR)
    await OPENED.rows(sitting.id, sitting.times.opened_at, sitting.times.starts_at)
    found = await queries.item(sitting.id, mark)
    if begun:
        await Sql("UPDATE agenda_item SET begun_at = $2 WHERE id = $1").rows(found.id, now())
    return await queries.item(sitting.id, mark)


async def items(sitting: Sitting) -> list[tuple[str, str]]:
    """Numbers and titles, in the order of the agenda."""
    return [(found.number, found.title) for found in await queries.agenda(sitting.id)]


async def formality(sitting: Sitting, kind: ItemKind) -> Item:
    return next(found for found in await queries.agenda(sitting.id) if found.kind is kind)


async def present(sitting: Sitting, *members: int) -> None:
    """In the room: each for the seat that is theirs, or that they stand in for; else as a listener."""
    for member in members:
        seat = await SEATS_OF.row(member, member) or {"number": None, "deputy": None}
        await HERE.rows(sitting.id, member, seat["number"], seat["deputy"] == member, now())
