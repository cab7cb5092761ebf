"""Deleting oneself, over HTTP."""

import pytest

from tests import makers, makers_polls
from tests import makers_people as people
from tests import makers_proposals as proposals
from tests.client import Client
from tests.departures import world
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions as polls

pytestmark = pytest.mark.usefixtures("store")

IS_SOMEBODY = Sql("SELECT count(*) FROM member WHERE id = $1 AND role IS NOT NULL")
DROP_LINK = Sql("UPDATE poll SET proposal = $2 WHERE number = $1")
ADDRESS = "/meins/loeschung"


async def signed_in(client: Client, member: int) -> Client:
    people.forgive_everybody()
    return await client.sign_in(member=member)


async def test_with_the_words_of_the_card_somebody_is_gone_at_once(client: Client) -> None:
    member = await people.member_with_words()
    await signed_in(client, member)
    assert "Für immer löschen" in (await client.get(ADDRESS)).text

    gone = await client.send_form(ADDRESS, {"texts": "keep", "words": people.WORDS.lower()})

    assert (gone.status_code, gone.headers["location"]) == (303, "/auf-wiedersehen")
    assert gone.headers["clear-site-data"] and client.token is None
    assert await IS_SOMEBODY.value(member) == 0
    assert "Du bist gelöscht" in (await client.get("/auf-wiedersehen")).text


async def test_the_code_of_the_card_is_as_good_as_its_words(client: Client) -> None:
    code = "0123456789ABCDEFGHJKMNPQRS"
    member = await makers.member(code=code)
    await signed_in(client, member)

    assert (await client.send_form(ADDRESS, {"texts": "take", "words": code.lower()})).status_code == 303
    assert await IS_SOMEBODY.value(member) == 0


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Die fünf Wörter fehlen noch"),
        ({"texts": "keep"}, "Die fünf Wörter fehlen noch"),
        ({"words": people.WORDS}, "Such aus"),
        ({"texts": "keep", "words": "Apfel Ball Löwe Straße Zaun"}, "nicht die Wörter von deiner Karte"),
    ],
)
async def test_without_them_nothing_happens(client: Client, sent: dict[str, str], said: str) -> None:
    member = await people.member_with_words()
    await signed_in(client, member)

    answer = await client.send_form(ADDRESS, sent)

    assert answer.status_code == 422 and said in answer.text
    assert people.WORDS not in answer.text
    assert await IS_SOMEBODY.value(member) == 1


async def test_trying_words_is_slowed_down_as_at_the_door(client: Client) -> None:
    await signed_in(client, await people.member_with_words())
    wrong = {"texts": "keep", "words": "Apfel"}

    assert [(await client.send_form(ADDRESS, wrong)).status_code for _ in range(6)] == 5 * [422] + [429]


async def test_texts_stay_while_people_vote_about_them(client: Client) -> None:
    member = await people.member_with_words()
    number = await proposals.proposal(author=member, title="Ein Skatepark am Bach")
    poll = await makers_polls.opened(proposal=number)
    await signed_in(client, member)

    assert "Ein Skatepark am Bach" in (await client.get(ADDRESS)).text
    refused = await client.send_form(ADDRESS, {"texts": "take", "words": people.WORDS})
    assert refused.status_code == 409 and "wird gerade abgestimmt" in refused.text

    await polls.void_poll(poll.number, "Grund", actor=makers_polls.CHAIR)
    assert (await client.send_form(ADDRESS, {"texts": "take", "words": people.WORDS})).status_code == 303
    shown = (await client.get(f"/vorschlaege/{number}")).text
    assert "Skatepark" not in shown and "Entfernter Vorschlag" in shown
    assert "Skatepark" not in (await client.get(f"/abstimmungen/{poll.number}")).text


async def test_whoever_talked_with_them_reads_a_former_member(client: Client) -> None:
    traces = await world.somebody()
    leaver = Client()
    await signed_in(leaver, traces.member)
    await Sql("UPDATE card SET words_hash = $2 WHERE member = $1").rows(
        traces.member,
        await Sql("SELECT words_hash FROM card WHERE member = $1").value(await people.member_with_words()),
    )
    await leaver.send_form(ADDRESS, {"texts": "keep", "words": people.WORDS})
    await client.sign_in(member=await makers.member())

    shown = (await client.get(f"/vorschlaege/{traces.other}")).text

    assert traces.public["contribution"] in shown and "ehemaliges Mitglied" in shown
