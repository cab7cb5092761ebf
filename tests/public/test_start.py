import pytest

from tests import makers, makers_polls
from tests import makers_moderation as posts
from tests.client import Client
from tests.statements import counted
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.public_memory import memory
from zukunftsparlament.people.actions import tell
from zukunftsparlament.proposals.actions import record_step
from zukunftsparlament.proposals.queries import row_of

pytestmark = pytest.mark.usefixtures("store")


async def test_an_empty_house_still_says_what_it_is_for(client: Client) -> None:
    answer = await client.get("/")

    assert answer.status_code == 200 and "set-cookie" not in answer.headers
    assert "Du schlägst etwas vor." in answer.text and 'href="/anmelden"' in answer.text


async def test_a_newcomer_sees_the_newest_proposals_and_the_newest_answer(client: Client) -> None:
    for title in ("Eins", "Zwei", "Drei", "Vier"):
        number = await posts.public_proposal(title=f"Vorschlag {title}")
    async with writing():
        proposal = (await row_of(number)).id
        await record_step(proposal, "answered", answer="yes", body="Gemeinderat", reason="Gute Idee, wir bauen.")

    shown = (await client.get("/")).text

    assert "Vorschlag Vier" in shown and "Vorschlag Zwei" in shown and "Vorschlag Eins" not in shown
    assert "Gemeinderat" in shown and "Gute Idee, wir bauen." in shown


async def test_held_and_given_up_proposals_are_not_on_it(client: Client) -> None:
    await posts.held_proposal(author=await makers.member(), title="Noch geheim")
    number = await posts.public_proposal(title="Doch nicht")
    async with writing():
        await record_step((await row_of(number)).id, "withdrawn", reason="already_done")

    shown = (await client.get("/")).text

    assert "Noch geheim" not in shown and "Doch nicht" not in shown


async def test_whoever_is_signed_in_sees_what_waits_for_them(client: Client) -> None:
    member = await makers.member(name="Mutige Eule")
    async with writing():
        await tell([member], "card_replaced")
    await client.sign_in(member=member)

    answer = await client.get("/")

    assert "Mutige Eule" in answer.text and "Es gibt etwas Neues für dich." in answer.text
    assert answer.headers["cache-control"] == "no-store"


async def test_the_office_finds_its_desk(client: Client) -> None:
    await client.sign_in(staff=await makers.staff())

    assert "Was heute wartet" in (await client.get("/")).text


@pytest.mark.parametrize("signed_in", [False, True])
async def test_it_asks_at_most_five_questions(client: Client, signed_in: bool) -> None:
    if signed_in:
        await client.sign_in(member=await makers.member())
        await makers_polls.opened()
    asked = []
    for more in (1, 2):
        for _ in range(more):
            await posts.public_proposal()
        memory.forget()
        with counted() as statements:
            await client.get("/")
        asked.append(len(statements))

    assert asked[0] == asked[1] <= 5
