import asyncio
import html

import pytest

from tests import makers, makers_proposals
from tests.client import Client
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import record_step
from zukunftsparlament.proposals.actions.backings import Backed, back, take_back
from zukunftsparlament.proposals.queries import pages, row_of
from zukunftsparlament.proposals.rules import Stage, WhyNot

pytestmark = pytest.mark.usefixtures("store")

ROWS = Sql("SELECT count(*) FROM backing")
TOLD = Sql("SELECT kind, address FROM message WHERE member = $1")


async def backings_of(number: int) -> int:
    return (await pages.proposal(number, member=None)).backings


async def move(number: int, stage: str) -> None:
    async with writing():
        await record_step(await makers_proposals.proposal_id(number), stage)


async def test_five_taps_at_once_count_as_one() -> None:
    number, member = await makers_proposals.proposal(), await makers.member()

    outcomes = await asyncio.gather(*(back(number, member) for _ in range(5)))

    assert sorted(outcome.value for outcome in outcomes) == ["is_in_now"] + 4 * ["was_in_already"]
    assert (await ROWS.value(), await backings_of(number)) == (1, 1)


async def test_five_taps_at_once_over_http_count_as_one(client: Client) -> None:
    number = await makers_proposals.proposal()
    await client.sign_in(member=await makers.member())

    answers = await asyncio.gather(
        *(client.send_form(f"/vorschlaege/{number}/unterstuetzung", htmx=True) for _ in range(5))
    )

    assert [answer.status_code for answer in answers] == 5 * [200]
    assert all('aria-pressed="true"' in answer.text for answer in answers)
    assert await backings_of(number) == 1


async def test_twenty_people_at_once_are_twenty() -> None:
    number = await makers_proposals.proposal()
    members = [await makers.member() for _ in range(20)]

    await asyncio.gather(*(back(number, member) for member in members))

    assert await backings_of(number) == 20


async def test_undo_takes_one_back_and_once_only() -> None:
    member, other = await makers.member(), await makers.member()
    number = await makers_proposals.proposal(backers=(member, other))

    await asyncio.gather(*(take_back(number, member) for _ in range(3)))

    assert (await ROWS.value(), await backings_of(number)) == (1, 1)


async def test_the_author_is_no_backer() -> None:
    author = await makers.member()
    number = await makers_proposals.proposal(author=author)

    with pytest.raises(Refused) as refused:
        await back(number, author)

    assert refused.value.reason is WhyNot.OWN_PROPOSAL


async def test_after_a_vote_there_is_no_backing_and_no_undo_but_a_second_tap_is_fine() -> None:
    member, late = await makers.member(), await makers.member()
    number = await makers_proposals.proposal(backers=(member,))
    await move(number, "rejected")

    assert await back(number, member) is Backed.WAS_IN_ALREADY
    for act in (back(number, late), take_back(number, member)):
        with pytest.raises(Refused) as refused:
            await act
        assert refused.value.reason is WhyNot.DECIDED


async def test_enough_backings_make_it_ripe_once_and_the_author_is_told_once() -> None:
    await makers_proposals.rules(backings_for_agenda=3)
    author = await makers.member()
    number = await makers_proposals.proposal(author=author)
    members = [await makers.member() for _ in range(5)]

    await asyncio.gather(*(back(number, member) for member in members))
    for member in members:
        await take_back(number, member)
    for member in members:
        await back(number, member)

    proposal = await row_of(number)
    assert proposal.stage == Stage.RIPE
    assert [step.kind for step in await pages.steps(proposal.id)] == ["public", "ripe"]
    assert await TOLD.rows(author) == [{"kind": "proposal_ripe", "address": f"/vorschlaege/{number}"}]


@pytest.mark.parametrize("number", [7, 0, 2**31, 10**30])
async def test_a_proposal_that_is_not_there_is_missing(number: int) -> None:
    with pytest.raises(Missing):
        await back(number, 1)


async def test_the_answers_over_http(client: Client) -> None:
    member = await makers.member()
    number = await makers_proposals.proposal()
    address = f"/vorschlaege/{number}/unterstuetzung"

    signed_out = await client.send_form(address)
    await client.sign_in(staff=await makers.staff())
    staff = await client.send_form(address)
    await client.sign_in(member=member)
    elsewhere = await client.post(address, headers={"Sec-Fetch-Site": "cross-site"})
    missing = await client.send_form("/vorschlaege/99/unterstuetzung")
    done = await client.send_form(address)
    undone = await client.send_form(f"{address}/ruecknahme", htmx=True)
    await move(number, "withdrawn")
    refused = await client.send_form(address)
    in_place = await client.send_form(address, htmx=True)

    codes = [answer.status_code for answer in (signed_out, staff, elsewhere, missing, done, undone, refused, in_place)]
    assert codes == [401, 403, 403, 404, 303, 200, 409, 409]
    assert done.headers["location"] == f"/vorschlaege/{number}#unterstuetzung-{number}"
    assert f'name="act" value="{address}"' in html.unescape(signed_out.text)
    assert 'aria-pressed="false"' in undone.text
    assert "zurückgezogen" in refused.text
    assert in_place.text.lstrip().startswith("<div")
    assert "zurückgezogen" in in_place.text


async def test_a_tap_survives_the_sign_in(client: Client) -> None:
    code = "0123456789ABCDEFGHJKMNPQRS"
    await makers.member(code=code)
    number = await makers_proposals.proposal()
    address = f"/vorschlaege/{number}/unterstuetzung"
    assert (await client.send_form(address)).status_code == 401

    answer = await client.send_form("/karte/anmeldung", {"code": code, "own_device": "on", "act": address})

    assert (answer.status_code, answer.headers["location"]) == (303, f"/vorschlaege/{number}#unterstuetzung-{number}")
    assert await backings_of(number) == 1
