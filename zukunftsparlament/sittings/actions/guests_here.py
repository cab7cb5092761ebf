"""Guests come and go. They have no card: the chair says so."""

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.sittings.actions.guests import ADD
from zukunftsparlament.sittings.actions.hands import hands_down_of_guest
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.leading import sitting_to_lead
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.rules.presence import why_not_come

ONE = Sql("SELECT id, mark, name, came_at, left_at FROM guest WHERE sitting = $1 AND mark = $2")
BY_NAME = Sql("SELECT id, mark, name, came_at, left_at FROM guest WHERE sitting = $1 AND name = $2")
COME = Sql("UPDATE guest SET came_at = coalesce(came_at, $2), left_at = NULL WHERE id = $1")
GO = Sql("UPDATE guest SET left_at = $2 WHERE id = $1")


async def guest_comes(number: int, mark: int, *, actor: str) -> None:
    """Here already: nothing happens. Raises Refused."""
    async with writing():
        sitting = await _sitting_to_enter(number, actor)
        await _comes(sitting, await ONE.row(sitting.id, mark), actor=actor)


async def new_guest(number: int, name: str, *, actor: str) -> None:
    """Somebody who was not on the list is here. `name`: of a body, an office or an adult, looked at by the caller."""
    async with writing():
        sitting = await _sitting_to_enter(number, actor)
        if not await BY_NAME.row(sitting.id, name):
            await ADD.rows(sitting.id, sitting.id, name)
        await _comes(sitting, await BY_NAME.row(sitting.id, name), actor=actor)


async def guest_goes(number: int, mark: int, *, actor: str) -> None:
    async with writing():
        sitting = await sitting_to_lead(number, actor)
        guest = await ONE.row(sitting.id, mark)
        if guest is None:
            raise Missing
        if guest["came_at"] is None or guest["left_at"] is not None:
            return
        await GO.rows(guest["id"], now())
        await hands_down_of_guest(sitting, guest["id"])
        await happened(sitting, "guest_left", actor=actor, guest=guest["name"])


async def _sitting_to_enter(number: int, actor: str) -> Sitting:
    sitting = await sitting_to_lead(number, actor)
    if why_not := why_not_come(sitting.state, starts_at=sitting.times.starts_at, now=now()):
        raise Refused(why_not)
    return sitting


async def _comes(sitting: Sitting, guest: Row | None, *, actor: str) -> None:
    if guest is None:
        raise Missing
    if guest["came_at"] is not None and guest["left_at"] is None:
        return
    await COME.rows(guest["id"], now())
    await happened(sitting, "guest_came", actor=actor, guest=guest["name"])
