import html
from typing import Any

import pytest

from tests import makers
from tests import makers_moderation as posts
from tests.client import Client
from tests.statements import counted
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.people.actions import tell
from zukunftsparlament.proposals.actions import record_step
from zukunftsparlament.proposals.actions.moderation import Moderator, decide
from zukunftsparlament.proposals.queries import row_of
from zukunftsparlament.proposals.rules.moderation import Decision

pytestmark = pytest.mark.usefixtures("store")

OFFICE = Moderator("office:Jugendbüro", None)


async def test_the_office_has_nothing_here(client: Client) -> None:
    await client.sign_in(staff=await makers.staff())

    assert (await client.get("/meins")).status_code == 403


async def test_an_empty_page_says_what_comes_here(client: Client) -> None:
    await client.sign_in(member=await makers.member(name="Mutige Eule"))

    shown = (await client.get("/meins")).text

    assert "Mutige Eule" in shown and "Hier sammelt sich, was du machst" in shown


async def test_news_stay_new_until_somebody_says_that_they_are_seen(client: Client) -> None:
    member = await makers.member()
    async with writing():
        await tell([member], "proposal_ripe", address="/vorschlaege/1", title="Skatepark")
    await client.sign_in(member=member)

    assert [(await client.get("/meins")).text.count(">neu<") for _ in range(2)] == [1, 1]
    assert (await client.send_form("/meins/gelesen")).headers["location"] == "/meins"
    assert ">neu<" not in (await client.get("/meins")).text


async def test_what_comes_after_the_page_was_shown_stays_new(client: Client) -> None:
    member = await makers.member()
    async with writing():
        await tell([member], "proposal_ripe", address="/vorschlaege/1", title="Skatepark")
    await client.sign_in(member=member)
    shown = (await client.get("/meins")).text
    async with writing():
        await tell([member], "card_replaced")

    until = html.unescape(shown.partition('name="until" value="')[2].partition('"')[0])
    await client.send_form("/meins/gelesen", {"until": until})

    after = (await client.get("/meins")).text
    assert after.count(">neu<") == 1 and after.index(">neu<") < after.index("Du hast eine neue Karte")


async def test_the_author_reads_why_something_was_declined(client: Client) -> None:
    author = await makers.member()
    await decide(await posts.held_proposal(author=author), Decision.DECLINE, "Da steht eine Nummer.", by=OFFICE)
    await client.sign_in(member=author)

    shown = (await client.get("/meins")).text

    assert shown.count("Da steht eine Nummer.") == 2  # in the message, and at the proposal
    assert "Wird nicht veröffentlicht" in shown


async def test_own_and_backed_proposals_show_where_they_stand_and_what_was_answered(client: Client) -> None:
    member = await makers.member()
    number = await posts.public_proposal(author=member, title="Nachtbus")
    async with writing():
        proposal = (await row_of(number)).id
        facts: dict[str, Any] = {
            "answer": "later",
            "body": "Verkehrsausschuss",
            "reason": "Erst das Geld.",
            "next_date": "2099-01-01",
        }
        await record_step(proposal, "answered", **facts)
    await client.sign_in(member=member)

    shown = (await client.get("/meins")).text

    assert "Nachtbus" in shown and "Erst das Geld." in shown and "Verkehrsausschuss" in shown


async def test_a_contribution_that_was_asked_about_is_sent_again(client: Client) -> None:
    author, under = await makers.member(), await posts.public_proposal()
    token = await posts.held_comment(author=author, under=under, text="Ruf an: 0151 2345678")
    await decide(token, Decision.ASK, "Bitte ohne Nummer.", by=OFFICE)
    await client.sign_in(member=author)

    wrong = await client.send_form(f"/meins/beitraege/{token}", {"text": "y" * 1001})
    right = await client.send_form(f"/meins/beitraege/{token}", {"text": "Ich mache mit."})
    again = await client.send_form(f"/meins/beitraege/{token}", {"text": "Noch einmal."})

    assert wrong.status_code == 422 and "y" * 1001 in wrong.text and "Bitte ohne Nummer." in wrong.text
    assert (right.status_code, right.headers["location"]) == (303, "/meins#beitraege")
    assert again.status_code == 404
    shown = (await client.get("/meins")).text
    assert "Ich mache mit." in shown and "Wird gerade gelesen" in shown


async def test_nobody_changes_the_contribution_of_somebody_else(client: Client) -> None:
    token = await posts.held_comment(author=await makers.member(), under=await posts.public_proposal())
    await decide(token, Decision.ASK, "Bitte ohne Nummer.", by=OFFICE)
    await client.sign_in(member=await makers.member())

    assert (await client.send_form(f"/meins/beitraege/{token}", {"text": "Haha"})).status_code == 404


async def test_the_page_asks_the_same_number_of_questions_however_much_it_shows(client: Client) -> None:
    member, under = await makers.member(), await posts.public_proposal()
    await client.sign_in(member=member)
    asked = []
    for more in (1, 2):
        for _ in range(more):
            await posts.public_proposal(author=member)
            await posts.held_proposal(author=member)
            await posts.held_comment(author=member, under=under)
            async with writing():
                await tell([member], "card_replaced")
        with counted() as statements:
            await client.get("/meins")
        asked.append(len(statements))

    assert asked[0] == asked[1] <= 5
