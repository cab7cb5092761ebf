import pytest

from tests import makers
from tests import makers_moderation as posts
from tests.client import Client
from tests.statements import counted

pytestmark = pytest.mark.usefixtures("store")

QUEUE = "/buero/meldungen"


async def a_report() -> str:
    under = await posts.public_proposal()
    number = await posts.public_comment(author=await makers.member(), under=under, text="Etwas Gemeines")
    return await posts.reported_comment(number, reporter=await makers.member())


async def test_moderators_release_but_do_not_settle_reports(client: Client) -> None:
    await client.sign_in(member=await makers.member(role="moderator"))

    assert (await client.get(QUEUE)).status_code == 403


async def test_a_report_shows_what_was_reported(client: Client) -> None:
    token = await a_report()
    await client.sign_in(staff=await makers.staff())

    for shown in ((await client.get(QUEUE)).text, (await client.get(f"{QUEUE}/{token}")).text):
        assert "Etwas Gemeines" in shown and "Das verletzt." in shown and "Beleidigt oder" in shown


async def test_removing_needs_a_reason(client: Client) -> None:
    token = await a_report()
    await client.sign_in(staff=await makers.staff())

    assert (await client.send_form(f"{QUEUE}/{token}", {"decision": "remove", "text": ""})).status_code == 422
    answer = await client.send_form(f"{QUEUE}/{token}", {"decision": "remove", "text": "x" * 1001})
    assert answer.status_code == 422 and "x" * 1001 in answer.text
    assert (await client.send_form(f"{QUEUE}/{token}", {})).status_code == 422


@pytest.mark.parametrize(("decision", "said"), [("remove", "Entfernt"), ("keep", "Bleibt stehen")])
async def test_a_settled_report_says_what_came_of_it(client: Client, decision: str, said: str) -> None:
    token = await a_report()
    await client.sign_in(staff=await makers.staff())

    answer = await client.send_form(f"{QUEUE}/{token}", {"decision": decision, "text": "Das verletzt."})
    again = await client.send_form(f"{QUEUE}/{token}", {"decision": "keep"})

    assert (answer.status_code, answer.headers["location"]) == (303, f"{QUEUE}?erledigt={decision}")
    assert again.status_code == 200 and "war schneller" in again.text and said in again.text
    assert "Keine offene Meldung" in (await client.get(QUEUE)).text


async def test_the_queue_asks_the_same_number_of_questions_whatever_is_open(client: Client) -> None:
    await client.sign_in(staff=await makers.staff())
    asked = []
    for more in (1, 2):
        for _ in range(more):
            await a_report()
        with counted() as statements:
            await client.get(QUEUE)
        asked.append(len(statements))

    assert asked[0] == asked[1] <= 5
