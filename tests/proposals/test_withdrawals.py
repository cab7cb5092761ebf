import pytest

from tests import makers, makers_proposals
from tests.client import Client
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.proposals.actions import record_step

pytestmark = pytest.mark.usefixtures("store")


async def test_a_withdrawn_proposal_says_why_to_everybody(client: Client) -> None:
    author = await makers.member()
    number = await makers_proposals.proposal(author=author)
    address = f"/vorschlaege/{number}/rueckzug"
    await client.sign_in(member=author)

    asked = await client.get(address)
    empty = await client.send_form(address, {"reason": ""})
    done = await client.send_form(address, {"reason": ["changed_my_mind", "Es regnet dort <immer>."]})
    again = await client.send_form(address, {"reason": "changed_my_mind"})
    client.token = None
    page = await client.get(f"/vorschlaege/{number}")

    assert (asked.status_code, empty.status_code, done.status_code, again.status_code) == (200, 422, 303, 303)
    assert "Zurückgezogen" in page.text
    assert "Es regnet dort &lt;immer&gt;." in page.text
    assert page.text.count("Zurückgezogen</b>") == 1


async def test_a_reason_to_choose_from_stands_there_in_words(client: Client) -> None:
    author = await makers.member(under_14=True)
    number = await makers_proposals.proposal(author=author)
    await client.sign_in(member=author)

    await client.send_form(f"/vorschlaege/{number}/rueckzug", {"reason": "already_done"})

    assert "Es hat sich erledigt." in (await client.get(f"/vorschlaege/{number}")).text


@pytest.mark.parametrize(("under_14", "reason"), [(True, "Weil es so ist"), (False, "Ruf an: 0151 23456789")])
async def test_own_words_that_somebody_would_read_first_are_not_taken(
    client: Client, under_14: bool, reason: str
) -> None:
    author = await makers.member(under_14=under_14)
    number = await makers_proposals.proposal(author=author)
    await client.sign_in(member=author)

    answer = await client.send_form(f"/vorschlaege/{number}/rueckzug", {"reason": reason})

    assert answer.status_code == 422
    assert "Such bitte einen der Gründe aus" in answer.text
    assert reason not in (await client.get(f"/vorschlaege/{number}")).text


async def test_only_the_author_can_and_only_before_the_vote(client: Client) -> None:
    author = await makers.member()
    number = await makers_proposals.proposal(author=author)
    address = f"/vorschlaege/{number}/rueckzug"
    await client.sign_in(member=await makers.member())
    strangers = [await client.get(address), await client.send_form(address, {"reason": "already_done"})]
    await client.sign_in(member=author)
    async with writing():
        await record_step(await makers_proposals.proposal_id(number), "in_vote", poll=1)
    authors = [await client.get(address), await client.send_form(address, {"reason": "already_done"})]

    assert [answer.status_code for answer in strangers + authors] == [404, 404, 409, 409]
