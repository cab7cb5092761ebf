"""What somebody promises to do, and when the next sitting is."""

from datetime import datetime

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import noting_texts  # noqa: F401  the sentences of what is refused here
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.queries import item as item_of
from zukunftsparlament.sittings.queries import sitting_for_changing
from zukunftsparlament.sittings.rules.noting import TaskDraft, why_not_next, why_not_task

NEXT_MARK = Sql("SELECT coalesce(max(mark), 0) + 1 FROM task WHERE sitting = $1")
SAME = Sql("SELECT id FROM task WHERE sitting = $1 AND text = $2 AND owner = $3 AND done_at IS NULL")
ADD = Sql("INSERT INTO task (sitting, mark, item, text, owner, due_on) VALUES ($1, $2, $3, $4, $5, $6)")
TICK = Sql("UPDATE task SET done_at = $3 WHERE sitting = $1 AND mark = $2 AND done_at IS NULL")
UNTICK = Sql("UPDATE task SET done_at = NULL WHERE sitting = $1 AND mark = $2")
KNOWN = Sql("SELECT id FROM task WHERE sitting = $1 AND mark = $2")
TAKE_BACK = Sql("DELETE FROM task WHERE sitting = $1 AND mark = $2")
AGREE = Sql("UPDATE sitting SET next_at = $2, next_place = $3 WHERE id = $1")


async def add_task(number: int, draft: TaskDraft, *, actor: str) -> None:
    """A second tap adds no second task."""
    if problems := why_not_task(draft):
        raise Wrong({name: sentence(why) for name, why in problems.items()})
    async with writing():
        sitting = await sitting_for_changing(number)
        if await SAME.rows(sitting.id, draft.text, draft.owner):
            return
        item = (await item_of(sitting.id, draft.item)).id if draft.item else None
        mark = int(await NEXT_MARK.value(sitting.id))
        await ADD.rows(sitting.id, mark, item, draft.text, draft.owner, draft.due_on)
        await happened(sitting, "task", actor=actor, item=item, mark=mark)


async def tick_task(number: int, mark: int, *, done: bool, actor: str) -> None:
    async with writing():
        sitting = await sitting_for_changing(number)
        if not await KNOWN.rows(sitting.id, mark):
            raise Missing
        await (TICK.rows(sitting.id, mark, now()) if done else UNTICK.rows(sitting.id, mark))
        await happened(sitting, "task_done" if done else "task_open", actor=actor, mark=mark)


async def take_back_task(number: int, mark: int, *, actor: str) -> None:
    """It was written down by mistake. Minutes that are public keep it until they are corrected."""
    async with writing():
        sitting = await sitting_for_changing(number)
        if await KNOWN.rows(sitting.id, mark):
            await TAKE_BACK.rows(sitting.id, mark)
            await happened(sitting, "task_taken_back", actor=actor, mark=mark)


async def agree_next(number: int, at: datetime | None, place: str, *, actor: str) -> None:
    """`at` in UTC; None where nothing could be read."""
    async with writing():
        sitting = await sitting_for_changing(number)
        if problems := why_not_next(at, place, after=sitting.times.starts_at):
            raise Wrong({name: sentence(why) for name, why in problems.items()})
        if at is None or (sitting.next_at, sitting.next_place) == (at, place):
            return
        await AGREE.rows(sitting.id, at, place)
        await happened(sitting, "next", actor=actor, at=at.isoformat(), place=place)
