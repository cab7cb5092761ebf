"""What there is to read about an item, and whose duty it is."""

from collections.abc import Mapping

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.guarding import may_change_agenda, must_not_be_over
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.planning_texts import said
from zukunftsparlament.sittings.rules.agenda import LONGEST_DUTY_TEXT, ItemFlaw, paper_flaws

COUNT = Sql("SELECT count(*) FROM item_paper WHERE item = $1")
SAME = Sql("SELECT id FROM item_paper WHERE item = $1 AND title = $2 AND text = $3")
ADD = Sql(
    "INSERT INTO item_paper (item, place, title, text) "
    "VALUES ($1, (SELECT coalesce(max(place), 0) + 1 FROM item_paper WHERE item = $2), $3, $4)"
)
TAKE_AWAY = Sql("DELETE FROM item_paper WHERE item = $1 AND place = $2 RETURNING id")
SET_DUTY = Sql("UPDATE agenda_item SET duty = $2, duty_text = $3 WHERE id = $1")

DUTIES = frozenset({"", "yes", "no"})


async def add_paper(number: int, mark: int, *, title: str, text: str, actor: str) -> None:
    """The same paper twice is one. Raises Wrong."""
    title, text = title.strip(), text.strip()
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        await may_change_agenda(sitting, actor)
        item = await queries.item(sitting.id, mark)
        if title and await SAME.row(item.id, title, text):
            return
        _raise(paper_flaws(title, text, there=int(await COUNT.value(item.id))))
        await ADD.rows(item.id, item.id, title, text)
        await happened(sitting, "item_changed", actor=actor, item=item.id)


async def take_paper_away(number: int, mark: int, place: int, *, actor: str) -> None:
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        await may_change_agenda(sitting, actor)
        item = await queries.item(sitting.id, mark)
        if await TAKE_AWAY.rows(item.id, place):
            await happened(sitting, "item_changed", actor=actor, item=item.id)


async def say_whose_duty(number: int, mark: int, *, duty: str, text: str, actor: str) -> None:
    """Whether the municipality must do it anyway: "yes", "no", "" not known yet. The office knows; nobody else."""
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        must_not_be_over(sitting)
        item = await queries.item(sitting.id, mark)
        if duty not in DUTIES:
            raise Missing
        _raise({"duty_text": ItemFlaw.DUTY_TOO_LONG} if len(text.strip()) > LONGEST_DUTY_TEXT else {})
        if (item.duty, item.duty_text) == (duty, text.strip()):
            return
        await SET_DUTY.rows(item.id, duty, text.strip())
        await happened(sitting, "item_duty", actor=actor, item=item.id, duty=duty)


def _raise(flaws: Mapping[str, ItemFlaw]) -> None:
    if flaws:
        raise Wrong(said(flaws))
