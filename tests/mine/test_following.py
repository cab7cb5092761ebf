"""What happens to a proposal that somebody follows stands on Meins: one line for each day."""

import json

import pytest

from tests import makers, makers_moderation, makers_proposals
from tests.client import Client
from tests.statements import counted
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.actions import tell
from zukunftsparlament.proposals.actions import record_step

pytestmark = pytest.mark.usefixtures("store")
FACTS = Sql("SELECT facts FROM message WHERE member = $1 AND kind = 'way'")


async def happens(number: int, *kinds: str) -> None:
    async with writing():
        for kind in kinds:
            await record_step(await makers_proposals.proposal_id(number), kind, poll=1)


async def test_follow_and_no_longer(client: Client) -> None:
    number, member = await makers_proposals.proposal(title="Nachtbus"), await makers.member()
    await client.sign_in(member=member)
    assert ">Folgen</button>" in (await client.get(f"/vorschlaege/{number}")).text.replace("\n", "")

    for _ in range(2):
        tapped = await client.send_form(f"/vorschlaege/{number}/folgen", htmx=True)
        assert tapped.status_code == 200 and "Du folgst." in tapped.text
    assert "Denen folge ich" in (await client.get("/meins")).text
    assert "0</b>wollen das auch" in (await client.get(f"/vorschlaege/{number}")).text  # it is no backing
    await happens(number, "in_vote")
    assert "Jetzt wird darüber abgestimmt." in (await client.get("/meins")).text

    plain = await client.send_form(f"/vorschlaege/{number}/folgen/ruecknahme")
    assert (plain.status_code, plain.headers["location"]) == (303, f"/vorschlaege/{number}#folgen")
    await happens(number, "accepted")
    assert len(json.loads(await FACTS.value(member))["steps"]) == 1


async def test_a_day_is_one_line_and_the_newest_is_new_again(client: Client) -> None:
    author, backer = await makers.member(), await makers.member()
    number = await makers_proposals.proposal(author=author, title="Nachtbus", backers=(backer,))
    await client.sign_in(member=backer)
    await happens(number, "in_vote")
    await client.send_form("/meins/gelesen")
    await happens(number, "poll_void", "public")
    await happens(number, "in_vote", "accepted")

    shown = (await client.get("/meins")).text

    assert await makers_moderation.told(author) == await makers_moderation.told(backer) == ["way"]
    assert "Die Abstimmung ist ungültig. Jetzt wird darüber abgestimmt. Angenommen!" in shown and ">neu<" in shown


async def test_nobody_hears_of_what_is_not_public() -> None:
    member = await makers.member()
    token = await makers_moderation.held_proposal(author=member)
    proposal = await Sql("SELECT id FROM proposal WHERE token = $1").value(token)
    async with writing():
        await record_step(proposal, "withdrawn")

    assert await makers_moderation.told(member) == []


async def test_all_messages_stand_on_pages_of_their_own(client: Client) -> None:
    member = await makers.member()
    await client.sign_in(member=member)
    assert "Gerade nichts." in (await client.get("/meins/nachrichten")).text
    async with writing():
        for n in range(65):
            await tell([member], "proposal_ripe", title=f"Nummer {n}.")

    with counted() as statements:
        first = (await client.get("/meins/nachrichten")).text
    last = (await client.get("/meins/nachrichten?seite=99")).text
    home = (await client.get("/meins")).text

    assert len(statements) <= 3
    assert "Nummer 64." in first and "Nummer 34." not in first and "Seite 1 von 3" in first
    assert "Nummer 0." in last and "Seite 3 von 3" in last
    assert "Alle Nachrichten" in home and "Nummer 59." not in home
