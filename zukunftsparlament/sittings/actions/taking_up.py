"""Taking up in a new sitting what an earlier one has put off."""

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.agenda import add_item
from zukunftsparlament.sittings.queries.adjourned import adjourned_for
from zukunftsparlament.sittings.rules.agenda import ItemDraft

# Whether it is the municipality's duty was found out already.
SAME_DUTY = Sql("UPDATE agenda_item SET duty = $2, duty_text = $3 WHERE id = $1")
SAME_PAPERS = Sql(
    "INSERT INTO item_paper (item, place, title, text) SELECT $1, place, title, text FROM item_paper WHERE item = $2"
)


async def take_up(number: int, earlier: int, mark: int, *, actor: str) -> None:
    """Item `mark` of sitting `earlier`, with its papers. Taken up already: nothing happens. Raises Missing, Wrong."""
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        before = await queries.sitting(earlier)
        item = await queries.item(before.id, mark)
        if not any(one.sitting == earlier and one.mark == mark for one in await adjourned_for(sitting.id)):
            if any(one.title == item.title for one in await queries.agenda(sitting.id)):
                return
            raise Missing
        with speaking(GERMAN):
            late = _("In Sitzung {n} vertagt.").format(n=earlier)
        draft = ItemDraft(
            kind=item.kind,
            title=item.title,
            text=item.text,
            owner=item.owner,
            minutes=item.minutes,
            public=item.public,
            cents=item.cents,
            money_source=item.money_source,
            late_reason=late,
        )
        new = await queries.item(sitting.id, await add_item(number, draft, actor=actor))
        await SAME_DUTY.rows(new.id, item.duty, item.duty_text)
        await SAME_PAPERS.rows(new.id, item.id)
