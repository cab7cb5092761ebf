import pytest

from tests import makers
from tests import makers_moderation as posts
from tests.client import Client
from tests.statements import counted
from zukunftsparlament.proposals.actions.moderation import Moderator, decide
from zukunftsparlament.proposals.rules.moderation import Decision

pytestmark = pytest.mark.usefixtures("store")

QUEUE = "/buero/freigaben"
MOST = 5  # statements a page may ask


async def test_members_have_no_business_here(client: Client) -> None:
    await client.sign_in(member=await makers.chair())

    assert (await client.get(QUEUE)).status_code == 403
    assert (await client.send_form(f"{QUEUE}/x", {"decision": "release"})).status_code == 403


async def test_the_queue_says_why_something_is_held(client: Client) -> None:
    await posts.held_proposal(author=await makers.member(), codes="under_14 phone")
    await client.sign_in(member=await makers.member(role="moderator"))

    shown = (await client.get(QUEUE)).text

    assert "unter 14" in shown and "Telefonnummer?" in shown and "Skatepark" in shown


async def test_a_post_is_released_and_everybody_can_read_it(client: Client) -> None:
    token = await posts.held_proposal(author=await makers.member())
    await client.sign_in(staff=await makers.staff())

    answer = await client.send_form(f"{QUEUE}/{token}", {"decision": "release"})

    assert (answer.status_code, answer.headers["location"]) == (303, f"{QUEUE}?erledigt=release")
    assert "Freigegeben" in (await client.get(f"{QUEUE}/{token}")).text


@pytest.mark.parametrize("decision", ["ask", "decline"])
@pytest.mark.parametrize("text", ["", " \u200b ", "ä" * 1001, "<b>lang</b>" * 2000])
async def test_words_that_cannot_be_taken_are_not_lost(client: Client, decision: str, text: str) -> None:
    token = await posts.held_proposal(author=await makers.member())
    await client.sign_in(staff=await makers.staff())

    answer = await client.send_form(f"{QUEUE}/{token}", {"decision": decision, "text": text})

    assert answer.status_code == 422
    assert text.replace("<", "&lt;").replace(">", "&gt;").replace("/", "&#x2f;") in answer.text


async def test_an_unknown_decision_is_asked_again(client: Client) -> None:
    token = await posts.held_proposal(author=await makers.member())
    await client.sign_in(staff=await makers.staff())

    assert (await client.send_form(f"{QUEUE}/{token}", {"decision": "weg", "text": "Bleib"})).status_code == 422


async def test_a_moderator_has_one_way_to_the_desk_and_the_office_all(client: Client) -> None:
    await client.sign_in(member=await makers.member(role="moderator"))
    assert (await client.get("/buero/freigaben")).text.count('href="/buero/freigaben"') == 1

    await client.sign_in(staff=await makers.staff())
    assert 'class="office__nav"' in (await client.get("/buero/freigaben")).text


async def test_a_moderator_cannot_decide_about_own_words(client: Client) -> None:
    moderator = await makers.member(role="moderator")
    token = await posts.held_proposal(author=moderator)
    await client.sign_in(member=moderator)

    assert (await client.send_form(f"{QUEUE}/{token}", {"decision": "release"})).status_code == 409
    assert "Das hast du selbst geschrieben" in (await client.get(f"{QUEUE}/{token}")).text


async def test_the_slower_moderator_sees_what_was_decided(client: Client) -> None:
    token = await posts.held_proposal(author=await makers.member())
    await decide(token, Decision.DECLINE, "Bitte ohne Namen.", by=Moderator("moderator", None))
    await client.sign_in(staff=await makers.staff())

    answer = await client.send_form(f"{QUEUE}/{token}", {"decision": "release"})

    assert answer.status_code == 200
    assert "war schneller" in answer.text and "Bitte ohne Namen." in answer.text


@pytest.mark.parametrize("token", ["gibtesnicht", "ä"])
async def test_what_does_not_exist_is_missing(client: Client, token: str) -> None:
    await client.sign_in(staff=await makers.staff())

    assert (await client.get(f"{QUEUE}/{token}")).status_code == 404
    assert (await client.send_form(f"{QUEUE}/{token}", {"decision": "release"})).status_code == 404


async def test_the_queue_asks_the_same_number_of_questions_whatever_waits(client: Client) -> None:
    author, under = await makers.member(), await posts.public_proposal()
    await client.sign_in(staff=await makers.staff())
    asked = []
    for posts_more in (1, 2):
        for _ in range(posts_more):
            await posts.held_comment(author=author, under=under)
        with counted() as statements:
            await client.get(QUEUE)
        asked.append(len(statements))

    assert asked[0] == asked[1] <= MOST


async def test_the_queue_has_pages(client: Client) -> None:
    author = await makers.member()
    for number in range(21):
        await posts.held_proposal(author=author, title=f"Vorschlag {number:02}", days_ago=30 - number)
    await client.sign_in(staff=await makers.staff())

    first, second = (await client.get(QUEUE)).text, (await client.get(f"{QUEUE}?seite=2")).text

    assert "Vorschlag 00" in first and "Vorschlag 20" not in first
    assert "Vorschlag 20" in second and "Vorschlag 19" not in second
    assert (await client.get(f"{QUEUE}?seite=x")).text.count("Vorschlag 00") == first.count("Vorschlag 00")
