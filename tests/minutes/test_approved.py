"""What the minutes of the next sitting say about those that it had to approve."""

import pytest

from tests import makers_minutes
from tests.makers_minutes import held
from tests.minutes.test_confirming import by, confirmed
from tests.minutes.test_content import problems
from zukunftsparlament.dossiers.blocks import Words
from zukunftsparlament.dossiers.minutes_items import item
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes.drafting import draft
from zukunftsparlament.procedure.rules import ConfirmedBy
from zukunftsparlament.sittings.queries import sitting

pytestmark = pytest.mark.usefixtures("store")

END_ITEM = Sql("UPDATE agenda_item SET ended_at = $2, ended_as = 'done' WHERE sitting = $1 AND kind = 'minutes'")


async def said_about_minutes(number: int) -> list[str]:
    """In the minutes of that sitting, which keep to their schema."""
    content = (await draft(await sitting(number))).content
    assert problems(content) == []
    told = [block.text for one in content["items"] for block in item(one, content) if isinstance(block, Words)]
    return [text for text in told if "das Protokoll der" in text]


@pytest.mark.parametrize("ended_first", [False, True])
async def test_the_later_minutes_say_what_was_approved(ended_first: bool) -> None:
    """Also where the chair taps after the item: not that they talked about older minutes, which were public then."""
    found = await held(rules=by(ConfirmedBy.NEXT_SITTING))
    later = await makers_minutes.next_sitting(found)
    if ended_first:
        await END_ITEM.rows(later.id, makers_minutes.at("19:00"))
    assert await confirmed(found, found.chairs[0])
    await END_ITEM.rows(later.id, makers_minutes.at("19:00"))

    approved = [f"Genehmigt wurde das Protokoll der Sitzung Nr. {found.number}."]
    assert await said_about_minutes(later.number) == approved
    await Sql("UPDATE minutes_confirmation SET actor = 'seat:1'").rows()  # not by the sitting
    await Sql("UPDATE minutes SET public_at = $1").rows(makers_minutes.at("18:00"))
    discussed = [f"Besprochen wurde das Protokoll der Sitzung Nr. {found.number}."]
    assert await said_about_minutes(later.number) == discussed
