"""Tapping again because nothing seems to happen prepares nothing twice, and one question is not decided twice."""

import asyncio

import pytest

from tests import makers, makers_polls
from tests.client import Client
from tests.makers_polls import CHAIR
from tests.polls.test_controllers_leading import FORM, leader
from zukunftsparlament.kernel.refusals import Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.rules import Electorate, Secrecy

pytestmark = pytest.mark.usefixtures("store")

POLLS = Sql("SELECT count(*) FROM poll")


async def test_five_taps_prepare_one_poll(client: Client) -> None:
    await leader(client)
    await makers_polls.proposal()
    taps = (client.send_form("/abstimmungen", {**FORM, "proposal": "7"}) for _ in range(5))
    answers = {(answer.status_code, answer.headers["location"]) for answer in await asyncio.gather(*taps)}
    assert (answers, await POLLS.value()) == ({(303, "/abstimmungen/1")}, 1)


async def test_another_word_or_another_person_makes_another_poll(client: Client) -> None:
    await leader(client)
    await client.send_form("/abstimmungen", FORM)
    await client.send_form("/abstimmungen", {**FORM, "no_means": "Alles bleibt."})
    await client.sign_in(member=await makers.chair())
    await client.send_form("/abstimmungen", FORM)
    assert await POLLS.value() == 3


async def test_what_is_open_already_can_be_put_once_more() -> None:
    await makers_polls.opened()
    await makers_polls.prepared()
    assert await POLLS.value() == 2


async def test_a_proposal_is_in_one_binding_poll_until_that_is_published_or_void() -> None:
    await makers_polls.proposal()
    first = await makers_polls.opened(proposal=7)
    await makers_polls.prepared(proposal=7, question="Ein Stimmungsbild?", electorate=Electorate.CARDS)

    with pytest.raises(Wrong) as wrong:
        await makers_polls.prepared(proposal=7, question="Soll er wirklich kommen?")
    assert wrong.value.problems["proposal"].startswith("Zu diesem Vorschlag gibt es schon eine Abstimmung.")

    await actions.void_poll(first.number, "Die Frage war falsch.", actor=CHAIR)
    second = await makers_polls.prepared(proposal=7, question="Soll er wirklich kommen?", secrecy=Secrecy.OPEN)
    assert await makers_polls.state(second) == "prepared"
