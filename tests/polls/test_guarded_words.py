"""What chairs write is public at once: a number, an address or an insult does not get there."""

import pytest

from tests import makers, makers_polls
from tests.client import Client
from tests.polls.test_controllers_leading import FORM, leader
from zukunftsparlament.polls.refusals import LOOKS_LIKE
from zukunftsparlament.proposals import guard

pytestmark = pytest.mark.usefixtures("store")


@pytest.mark.parametrize(
    ("field", "text", "seen"),
    [
        ("question", "Kommt ihr alle in die Hauptstraße 12?", "eine Adresse"),
        ("yes_means", "Mehr auf www.example.org", "ein Link"),
        ("no_means", "Du Idiot", "ein Wort, das verletzt"),
    ],
)
async def test_a_chair_is_told_what_the_guard_saw(client: Client, field: str, text: str, seen: str) -> None:
    await leader(client)
    answer = await client.send_form("/abstimmungen", {**FORM, field: text})
    assert answer.status_code == 422
    assert f"Hier steht vielleicht {seen}." in answer.text and text in answer.text


async def test_options_and_what_is_spread_over_two_fields_are_seen_too(client: Client) -> None:
    await leader(client)
    choice = {**FORM, "kind": "one_of", "options": "Rampe\nRuf 0151 00000000 an"}
    spread = {**FORM, "yes_means": "Die Nummer ist 0151", "no_means": "2345678 geht sie weiter"}
    for fields in (choice, spread):
        answer = await client.send_form("/abstimmungen", fields)
        assert answer.status_code == 422 and "eine Telefonnummer" in answer.text


async def test_a_reason_for_voiding_is_looked_at_and_kept_in_the_form(client: Client) -> None:
    await leader(client)
    poll = await makers_polls.opened()
    address = f"/abstimmungen/{poll.number}/aufhebung"

    answer = await client.send_form(address, {"reason": "Fragen an 0151 00000000"})
    assert answer.status_code == 422
    assert "Hier steht vielleicht eine Telefonnummer." in answer.text and "Fragen an 0151 00000000" in answer.text
    assert await makers_polls.state(poll.number) == "open"

    assert (await client.send_form(address, {"reason": "Die Frage war falsch."})).status_code == 303


async def test_the_office_may_write_an_address(client: Client) -> None:
    await makers_polls.rules()
    await client.sign_in(staff=await makers.staff())
    answer = await client.send_form("/abstimmungen", {**FORM, "question": "Soll die Villa, Hauptstraße 12, bleiben?"})
    assert answer.status_code == 303
    answer = await client.send_form("/abstimmungen/1/aufhebung", {"reason": "Fragen an 02301 912345."})
    assert (answer.status_code, await makers_polls.state(1)) == (303, "void")


def test_everything_the_guard_can_see_has_its_words_for_a_chair() -> None:
    assert set(LOOKS_LIKE) == set(guard.CODES)
