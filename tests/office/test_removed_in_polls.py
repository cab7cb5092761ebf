"""A removed proposal is not readable any more: not in the polls about it either, void ones included."""

from typing import Any

import pytest

from tests import makers, makers_polls
from tests import makers_moderation as posts
from tests.client import Client
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.checks import CHECKS
from zukunftsparlament.polls.rules import Electorate, Secrecy

pytestmark = pytest.mark.usefixtures("store")

GOSSIP = "Lena hat Läuse"


async def removed(client: Client, number: int) -> str:
    """What the office read before it removed it."""
    token = await posts.reported_proposal(number, reporter=await makers.member())
    await client.sign_in(staff=await makers.staff())
    asked = (await client.get(f"/buero/meldungen/{token}")).text
    answer = await client.send_form(f"/buero/meldungen/{token}", {"decision": "remove", "text": "Über andere: nein."})
    assert answer.status_code == 303
    client.token = None
    return asked


async def test_its_words_go_from_prepared_open_and_void_polls(client: Client) -> None:
    number = await posts.public_proposal(title=GOSSIP)
    about: dict[str, Any] = {"proposal": number, "electorate": Electorate.CARDS, "secrecy": Secrecy.OPEN}
    void = await makers_polls.prepared(question=f"Wissen alle: {GOSSIP}?", **about)
    await actions.void_poll(void, "So nicht.", actor="chair:1")
    choice = await makers_polls.prepared(question=f"{GOSSIP}?", options=f"{GOSSIP}\nStimmt nicht", **about)
    running = await makers_polls.opened(question=f"Soll gelten: {GOSSIP}?", **about)

    asked = await removed(client, number)

    assert "Eingefroren" not in asked
    for page in ("/abstimmungen", *(f"/abstimmungen/{poll}" for poll in (void, choice, running.number))):
        text = (await client.get(page)).text
        assert GOSSIP not in text and "Entfernter Text" in text
    options = (await client.get(f"/abstimmungen/{choice}")).text
    assert "Entfernter Text 1" in options and "Entfernter Text 2" in options


async def test_of_a_counted_poll_numbers_and_signed_list_stay_and_the_office_is_told(client: Client) -> None:
    number = await posts.public_proposal(title=GOSSIP)
    poll = await makers_polls.published(["yes", "yes", "no"], proposal=number, question=f"Soll gelten: {GOSSIP}?")

    asked = await removed(client, number)

    assert "Eingefroren sind die unterschriebene Liste" in asked and f"Abstimmung Nr. {poll.number}" in asked
    page = (await client.get(f"/abstimmungen/{poll.number}/ergebnis")).text
    assert GOSSIP not in page and "2 dafür, 1 dagegen" in page
    assert GOSSIP in (await client.get(f"/abstimmungen/{poll.number}/liste.json")).text
    assert [await check.find() for check in CHECKS] == [None] * len(CHECKS)


async def test_what_the_chairs_said_about_it_is_not_shown_either(client: Client) -> None:
    number = await posts.public_proposal(title=GOSSIP)
    poll = await makers_polls.opened(proposal=number, secrecy=Secrecy.OPEN)
    await actions.explain_poll(poll.number, f"Gemeint ist: {GOSSIP}.", actor="chair:1")
    assert GOSSIP in (await client.get(f"/abstimmungen/{poll.number}/stand")).text

    await removed(client, number)

    for page in (f"/abstimmungen/{poll.number}", f"/abstimmungen/{poll.number}/stand"):
        assert GOSSIP not in (await client.get(page)).text
