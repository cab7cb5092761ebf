"""Nothing public is changed: a correction is a new version. And what follows from minutes: decisions are handed on."""

import pytest

from tests import makers, makers_polls
from tests.makers_minutes import held
from tests.minutes.test_confirming import confirmed, public, refused, rewritten
from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes.actions import correct, give_to_office
from zukunftsparlament.minutes.drafting import draft
from zukunftsparlament.minutes.queries import standing, versions
from zukunftsparlament.minutes.rules import WhyNot
from zukunftsparlament.sittings.actions import happened
from zukunftsparlament.sittings.queries import sitting

pytestmark = pytest.mark.usefixtures("store")


async def test_a_correction_is_a_new_version_and_the_old_one_stays() -> None:
    found = await held()
    with pytest.raises(Refused):
        await correct(3, "Zu früh", actor="chair:1")
    await confirmed(found, *found.chairs)
    first = await public(found)
    with pytest.raises(Refused) as refusal:
        await correct(3, "Nichts ist anders", actor="chair:1")
    assert refusal.value.reason is WhyNot.NOTHING_CHANGED

    await rewritten(found, "Fast alle fanden die Idee gut.")
    with pytest.raises(Wrong):
        await correct(3, " ", actor="chair:1")
    await correct(3, "„Viele“ war zu wenig.", actor="chair:1")
    await correct(3, "Doppelter Tipp", actor="chair:2")

    assert await public(found) == first  # until it is confirmed too
    assert await confirmed(found, *found.chairs)
    second, old = await versions(found.sitting.id)
    assert (second.version, old) == (2, first)
    assert old and second.content["replaces"] == {
        "version": 1, "sha256": old.sha256, "because": "„Viele“ war zu wenig.",
    }  # fmt: skip
    assert [act.facts["version"] for act in await acts("minutes_published", "sitting")] == [1, 2]


async def test_a_correction_knows_who_held_which_seat_that_evening() -> None:
    found = await held()
    await confirmed(found, *found.chairs)
    await Sql("UPDATE seat SET member = $1 WHERE number = 7").rows(await makers.member())
    await Sql("UPDATE member SET role = 'chair' WHERE id = $1").rows(found.members[0])

    now = await draft(await sitting(3))

    assert now.is_same and now.content["empty"] == [7]


async def test_the_way_of_a_proposal_leads_to_the_minutes() -> None:
    found = await held()
    proposal = await makers_polls.proposal()
    await Sql("UPDATE agenda_item SET proposal = $2 WHERE id = $1").rows(found.items[1].id, proposal)

    await confirmed(found, *found.chairs)

    step = await Sql("SELECT facts FROM proposal_step WHERE proposal = $1 AND stage = 'in_minutes'").value(proposal)
    assert step == '{"decision": 1, "minutes_of": 3}'


async def test_decisions_are_given_to_the_office_once() -> None:
    found = await held()

    assert await give_to_office(3, actor="chair:1") == [1]
    assert await give_to_office(3, actor="chair:2") == [1]

    assert [act.facts["polls"] for act in await acts("given_to_office", "sitting")] == [[1]]
    with pytest.raises(Refused):
        await give_to_office(3, actor="office:Villa")
    assert standing((await draft(await sitting(found.number))).record, None).missing == 2


async def test_a_stranger_confirms_nothing() -> None:
    found = await held()

    assert await refused(found, await makers.member()) is WhyNot.NOT_YOURS_TO_CONFIRM


async def test_how_the_sitting_went_on_is_no_matter_for_others() -> None:
    found = await held()
    async with writing():
        await happened(await sitting(found.number), "urgent_asked", actor="chair:1", poll=1, title="Kirmes", reason="")

    assert await give_to_office(3, actor="chair:1") == []
