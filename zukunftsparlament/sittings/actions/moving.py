"""Where an item stands: up, down, off the agenda and back. Also during the sitting, for items that still wait."""

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.guarding import may_change_agenda, must_be_ahead, must_wait
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.ways import tell_the_proposal
from zukunftsparlament.sittings.queries import Item
from zukunftsparlament.sittings.rules.tree import neighbour

SET_PLACE = Sql("UPDATE agenda_item SET place = $2 WHERE id = $1")
REMOVE = Sql("UPDATE agenda_item SET removed_at = $2 WHERE id = $1")
PUT_BACK = Sql("UPDATE agenda_item SET removed_at = NULL WHERE sitting = $1 AND removed_at = $2")
REMOVED = Sql(
    "SELECT i.id, i.removed_at, i.proposal FROM agenda_item i "
    "WHERE i.sitting = $1 AND i.mark = $2 AND i.removed_at IS NOT NULL"
)
CAME_BACK = Sql("SELECT proposal FROM agenda_item WHERE sitting = $1 AND removed_at = $2 AND proposal IS NOT NULL")


async def move_item(number: int, mark: int, *, up: bool, actor: str) -> None:
    """Changes places with its neighbour; at the edge, and beside an item that has begun, nothing happens."""
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        await may_change_agenda(sitting, actor)
        items = await queries.agenda(sitting.id)
        item = _of(items, mark)
        must_wait(item)
        other = neighbour(items, item, up=up)
        if other is None:
            return
        first, second = (item, other) if up else (other, item)  # now: the first one goes before the second
        siblings = [one for one in items if one.parent == item.parent and one not in (first, second)]
        at = sum(1 for one in siblings if (one.place, one.id) < (second.place, second.id))
        for place, one in enumerate([*siblings[:at], first, second, *siblings[at:]], start=1):
            if one.place != place:
                await SET_PLACE.rows(one.id, place)
        await happened(sitting, "item_moved", actor=actor, item=item.id, up=up)


def _of(items: list[Item], mark: int) -> Item:
    found = next((item for item in items if item.mark == mark), None)
    if found is None:
        raise Missing
    return found


async def remove_item(number: int, mark: int, *, actor: str) -> None:
    """Off the agenda, with all that hangs on it, until somebody puts it back. Before the sitting only: in it an
    item ends, with a reason. Twice is once."""
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        if await REMOVED.row(sitting.id, mark):
            return
        must_be_ahead(sitting)
        items = await queries.agenda(sitting.id)
        item, moment = _of(items, mark), now()
        for one in below(items, item):
            await REMOVE.rows(one.id, moment)
            if one.proposal and sitting.times.invited_at and not one.falls_off:
                await tell_the_proposal(sitting, one.proposal, off=True)
        await happened(sitting, "item_removed", actor=actor, item=item.id)


async def restore_item(number: int, mark: int, *, actor: str) -> None:
    """The undo: it stands where it stood, with what hung on it."""
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        must_be_ahead(sitting)
        row = await REMOVED.row(sitting.id, mark)
        if row is None:
            return
        if sitting.times.invited_at:
            for back in await CAME_BACK.rows(sitting.id, row["removed_at"]):
                await tell_the_proposal(sitting, back["proposal"])
        await PUT_BACK.rows(sitting.id, row["removed_at"])
        await happened(sitting, "item_restored", actor=actor, item=row["id"])


def below(items: list[Item], top: Item) -> list[Item]:
    """The item and all that hangs on it, however deep."""
    found = [top]
    for item in items:  # in the order of the agenda: what hangs on something comes after it
        if item.parent in {one.id for one in found}:
            found.append(item)
    return found
