"""Under 14 every word is read before it is public: also in what others hand in, and in what a chair may say."""

import pytest

from tests import makers, makers_proposals
from tests.client import Client
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import coauthors, edits
from zukunftsparlament.proposals.queries import pages
from zukunftsparlament.proposals.queries.versions import newest_edit

pytestmark = pytest.mark.usefixtures("store")

YOUNG_CHAIR = Sql("UPDATE member SET premoderated_until = '2099-12' WHERE id = $1")


@pytest.mark.parametrize("leaves", [True, False])
@pytest.mark.parametrize("begun_by_the_younger", [True, False])
async def test_an_older_author_does_not_publish_what_a_younger_one_wrote(
    begun_by_the_younger: bool, leaves: bool
) -> None:
    younger, older = await makers.member(under_14=True), await makers.member()
    authors = (younger, older) if begun_by_the_younger else (older, younger)
    number = await makers_proposals.proposal(author=authors[0])
    await coauthors.accept(await coauthors.invite(number, authors[0]), authors[1])
    before = (await pages.proposal(number, member=None)).text

    await edits.keep(number, younger, {"text": "Trefft mich abends am Bach."}, stamp="")
    edit = await newest_edit(await makers_proposals.proposal_id(number))
    assert edit is not None
    assert await edits.keep(number, older, {"text": "Trefft mich abends am Bach!"}, stamp=edit.stamp)
    if leaves:
        await coauthors.leave(number, younger)

    assert not await edits.submit(number, await makers_proposals.me(older))
    assert (await pages.proposal(number, member=None)).text == before
    assert await Sql("SELECT held_because FROM proposal_version").value() == "under_14"


async def test_a_chair_under_fourteen_leaves_the_public_reason_to_the_office(client: Client) -> None:
    chair, number = await makers.chair(), await makers_proposals.proposal()
    await YOUNG_CHAIR.rows(chair)
    address = f"/vorschlaege/{number}/nicht-aufgenommen"
    await client.sign_in(member=chair)

    page = (await client.get(address)).text
    assert "Bitte das Jugendbüro" in page and 'name="reason"' not in page
    answer = await client.send_form(address, {"reason": "Das macht schon der Bauhof."})
    assert answer.status_code == 422
    client.token = None
    assert "Bauhof" not in (await client.get(f"/vorschlaege/{number}")).text
