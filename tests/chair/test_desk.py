import pytest

from tests import makers, makers_polls
from tests.client import Client
from tests.statements import counted
from zukunftsparlament.polls import actions

pytestmark = pytest.mark.usefixtures("store")


async def test_the_desk_shows_what_waits_for_a_step_and_nothing_else(client: Client) -> None:
    await makers_polls.prepared(question="Noch nicht eröffnet?")
    await makers_polls.opened(question="Offen?")
    await makers_polls.counted(["yes"] * 3, question="Ausgezählt?")
    await makers_polls.published(["yes"] * 3, question="Fertig?")
    void = await makers_polls.opened(question="Aufgehoben?")
    await actions.void_poll(void.number, "Grund", actor=makers_polls.CHAIR)
    await client.sign_in(member=await makers.chair())

    page = (await client.get("/vorsitz")).text

    for shown in (
        "Noch nicht eröffnet?",
        "Offen?",
        "Ausgezählt?",
        "Eröffnen",
        "Leiten und schließen",
        "Veröffentlichen",
    ):
        assert shown in page
    assert "Fertig?" not in page
    assert "Aufgehoben?" not in page


async def test_an_empty_desk_says_so_and_offers_the_first_step(client: Client) -> None:
    await client.sign_in(member=await makers.chair())
    page = (await client.get("/vorsitz")).text
    assert "Keine Abstimmung wartet." in page
    assert 'href="/abstimmungen/neu"' in page


async def test_the_desk_needs_five_statements_for_one_poll_and_for_three(client: Client) -> None:
    await client.sign_in(member=await makers.chair())
    for _ in range(2):
        await makers_polls.opened()
        with counted() as asked:
            await client.get("/vorsitz")
        assert len(asked) == 5
        await makers_polls.opened()


async def test_the_desk_is_for_those_who_lead(client: Client) -> None:
    answer = await client.get("/vorsitz")
    assert (answer.status_code, answer.headers["location"]) == (303, "/anmelden?then=%2Fvorsitz")
    await client.sign_in(member=await makers.member())
    assert (await client.get("/vorsitz")).status_code == 403
