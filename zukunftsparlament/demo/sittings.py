"""A sitting that was held, with its minutes, and the next one. It takes a minute each time, and is moved to its day."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import Any

from zukunftsparlament.demo.content_of import World, content
from zukunftsparlament.demo.past import days_ago
from zukunftsparlament.demo.sitting_votes import elect, pay
from zukunftsparlament.kernel.clock import HERE, now, today
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.minutes.actions.confirming import Who, confirm
from zukunftsparlament.minutes.drafting import draft
from zukunftsparlament.sittings import actions, queries
from zukunftsparlament.sittings.actions.agenda import add_item
from zukunftsparlament.sittings.actions.attendance import come
from zukunftsparlament.sittings.actions.floor import give_floor, stop
from zukunftsparlament.sittings.actions.guests_here import guest_comes
from zukunftsparlament.sittings.actions.inviting import invite
from zukunftsparlament.sittings.actions.notes import save_note
from zukunftsparlament.sittings.actions.planning import plan_sitting
from zukunftsparlament.sittings.actions.speaking import raise_hand
from zukunftsparlament.sittings.actions.tasks import add_task
from zukunftsparlament.sittings.rules import ItemKind, SittingKind
from zukunftsparlament.sittings.rules.agenda import ItemDraft
from zukunftsparlament.sittings.rules.noting import TaskDraft, stamp
from zukunftsparlament.sittings.rules.planning import SittingDraft

MINUTES_BETWEEN_STEPS = 4
A_DAY = timedelta(days=1)

Act = Callable[[], Awaitable[object]]


def o_clock(days: int, hour: int, minutes: float = 0) -> datetime:
    """So many days before today, on the clocks of that day."""
    return datetime.combine(today() - days * A_DAY, time(hour), HERE).astimezone(UTC) + timedelta(minutes=minutes)


async def hold_sittings(world: World) -> None:
    told = content("sittings")
    chairs = [person.me for person in world.people.values() if person.me.role == "chair"]
    held, later = told["held"], told["coming"]
    async with days_ago(held["invited_days_ago"]):
        number = await _plan(told, held, chairs[0].actor, day=held["days_ago"], back=held["invited_days_ago"])
    items = len(await queries.agenda((await queries.sitting(number)).id))
    item = _next_item(world, held, number, chairs[0].actor)
    acts: list[Act] = [_opening(world, held, number), *items * [item], partial(_close, number, chairs[0].actor)]
    for place, act in enumerate(acts):
        moment = o_clock(held["days_ago"], told["begins"], place * MINUTES_BETWEEN_STEPS)
        async with days_ago((now() - moment) / A_DAY):
            await act()
    async with days_ago(held["days_ago"] - 3):
        for chair in chairs:
            await _confirm(number, Who(chair.actor, chair.member))
    await _plan(told, later, chairs[1].actor, day=-later["in_days"])


async def _plan(told: dict[str, Any], one: dict[str, Any], actor: str, *, day: int, back: int = 0) -> int:
    """`day`: so many days before today. `back`: how many days it will be moved."""
    number = await plan_sitting(
        SittingDraft(
            kind=SittingKind.OFFICIAL,
            starts_at=o_clock(day, told["begins"]) + back * A_DAY,
            ends_at=o_clock(day, told["ends"]) + back * A_DAY,
            place=told["place"],
            hint=told["hint"],
            wifi=told["wifi"],
            guests=tuple(one["guests"]),
        ),
        actor=actor,
    )
    for item in one["items"]:
        words = {name: item[name] for name in ("title", "text", "owner", "minutes")}
        await add_item(number, ItemDraft(kind=ItemKind(item["kind"]), **words), actor=actor)
    await invite(number, actor=actor)
    return number


def _opening(world: World, held: dict[str, Any], number: int) -> Act:
    chairs = [person.me for person in world.people.values() if person.me.role == "chair"]
    members = [person.me for person in world.people.values() if person.me.role == "member"]
    deputy = next(person.me for person in world.people.values() if person.me.role == "deputy")  # of the first member

    async def come_in() -> None:
        for me in [*chairs, *members[held["away"] :], deputy]:
            await come(number, me.card, actor=me.actor)
        await guest_comes(number, 1, actor=chairs[0].actor)
        await actions.open_sitting(number, actor=chairs[0].actor)

    return come_in


def _next_item(world: World, held: dict[str, Any], number: int, actor: str) -> Act:
    speakers = [p.me.card for p in world.people.values() if p.me.role == "member"][held["away"] :]
    items = {item["title"]: item for item in held["items"]}

    async def next_item() -> None:
        sitting = await queries.sitting(number)
        item = next(one for one in await queries.agenda(sitting.id) if one.waits)
        told = items.get(item.title, {})
        await actions.begin_item(number, item.mark, actor=actor)
        for member in speakers[: told.get("speakers", 0)]:
            mark = await raise_hand(number, member)
            await give_floor(number, mark, instead=None, actor=actor)
            await stop(number, mark, actor=actor)
        if pays := told.get("pays"):
            await pay(number, item, pays, actor=actor)
        if elects := told.get("elects"):
            await elect(number, item, elects, actor=actor)
        if note := told.get("note"):
            await save_note(number, item.mark, note, before=stamp(""))
        if task := told.get("task"):
            await add_task(number, TaskDraft(text=task, owner=told["task_owner"], item=item.mark), actor=actor)
        await actions.end_item(number, item.mark, "done", actor=actor)

    return next_item


async def _close(number: int, actor: str) -> None:
    await actions.close_sitting(number, actor=actor)


async def _confirm(number: int, who: Who) -> None:
    async with writing():
        seen = (await draft(await queries.sitting_for_changing(number), for_changing=True)).sha256
    await confirm(number, seen=seen, who=who)
