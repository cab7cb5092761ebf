import asyncio
from datetime import timedelta

import pytest

from tests import makers, makers_moderation, makers_proposals
from tests.client import Client
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import record_step, turning_down
from zukunftsparlament.proposals.checks import CHECKS
from zukunftsparlament.proposals.queries import pages

pytestmark = pytest.mark.usefixtures("store")

VERBS = Sql("SELECT verb FROM journal_entry ORDER BY number")


async def test_everybody_reads_why_and_for_a_day_it_is_undone(client: Client) -> None:
    author, backer = await makers.member(), await makers.member()
    number = await makers_proposals.proposal(author=author, backers=(backer,))
    async with writing():
        await record_step(await makers_proposals.proposal_id(number), "ripe")
    address = f"/vorschlaege/{number}/nicht-aufgenommen"
    await client.sign_in(member=await makers.chair())

    empty = await client.send_form(address, {"reason": " "})
    flagged = await client.send_form(address, {"reason": "Fragt 0151 23456789"})
    done = [await client.send_form(address, {"reason": "Das macht schon der Bauhof."}) for _ in range(2)]

    assert [answer.status_code for answer in (empty, flagged, *done)] == [422, 422, 303, 303]
    assert "Doch aufnehmen" in (await client.get(f"/vorschlaege/{number}")).text
    client.token = None
    shown = (await client.get(f"/vorschlaege/{number}")).text
    assert "Das macht schon der Bauhof." in shown and "Doch aufnehmen" not in shown
    assert await makers_moderation.told(author) == await makers_moderation.told(backer) == ["way"]

    await client.sign_in(staff=await makers.staff())
    undone = [await client.send_form(f"{address}/ruecknahme") for _ in range(2)]
    assert [answer.status_code for answer in undone] == [303, 303]
    assert (await pages.proposal(number, member=None)).stage == "ripe"
    assert [row["verb"] for row in await VERBS.rows()] == ["turn_down", "take_up_again"]
    assert len(await makers_moderation.told(backer)) == 1  # one line a day
    assert [await check.find() for check in CHECKS] == [None] * len(CHECKS)


async def test_after_a_day_or_a_removal_it_stays() -> None:
    number = await makers_proposals.proposal()
    await turning_down.turn_down(number, "Geht nicht.", actor="office:Büro")
    await Sql("UPDATE proposal_step SET at = $1").rows(now() - timedelta(hours=25))
    removed = await makers_proposals.proposal()
    async with writing():
        await record_step(await makers_proposals.proposal_id(removed), "not_taken_up", reason="Entfernt.")

    for one in (number, removed):
        with pytest.raises(Refused):
            await turning_down.take_up_again(one, actor="office:Büro")


@pytest.mark.parametrize("stage", ["in_vote", "accepted", "handed_over", "withdrawn"])
async def test_what_is_voted_on_is_not_turned_down(stage: str) -> None:
    number = await makers_proposals.proposal()
    async with writing():
        await record_step(await makers_proposals.proposal_id(number), stage)

    with pytest.raises(Refused):
        await turning_down.turn_down(number, "Geht nicht.", actor="office:Büro")


async def test_two_at_once_are_one_decision() -> None:
    number = await makers_proposals.proposal()
    await asyncio.gather(*(turning_down.turn_down(number, "Nein.", actor=f"chair:{n}") for n in (1, 2, 3)))

    assert [row["verb"] for row in await VERBS.rows()] == ["turn_down"]


async def test_the_young_do_not_decide_that(client: Client) -> None:
    number = await makers_proposals.proposal()
    await client.sign_in(member=await makers.member())

    assert (await client.get(f"/vorschlaege/{number}/nicht-aufgenommen")).status_code == 403
