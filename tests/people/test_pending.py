"""What waits while somebody signs in."""

import pyotp
import pytest

from tests.client import Client
from tests.makers_people import WORDS, forgive_everybody, member_with_words, office_account
from zukunftsparlament.kernel.sql import Sql

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture(autouse=True)
def forgiven() -> None:
    forgive_everybody()


@pytest.mark.parametrize("address", ["/abstimmungen/5/stimme", "/abstimmungen/5/stimme?x=1", "/abstimmungen/5/stimme/"])
async def test_a_vote_never_waits_and_leaves_no_choice_in_the_page(client: Client, address: str) -> None:
    await member_with_words()

    asked = await client.send_form(address, {"choice": "no", "receipt": "laptop-drache-tor-uhr.abc"})
    signed_in = await client.send_form(
        "/anmelden", {"act": address, "name": "Igel 27", "words": WORDS, "own_device": "on", "choice": "no"}
    )

    assert asked.status_code == 401
    assert "laptop" not in asked.text
    assert 'name="choice"' not in asked.text
    assert (signed_in.status_code, signed_in.headers["location"]) == (303, "/abstimmungen/5/stimme")


async def test_what_waits_keeps_fields_that_are_called_like_ours(client: Client) -> None:
    member = await member_with_words()

    asked = await client.send_form("/meins/name", {"name": "Flinker Fuchs"})
    done = await client.send_form(
        "/anmelden",
        {"act": "/meins/name", "act.name": "Flinker Fuchs", "name": "Igel 27", "words": WORDS, "own_device": "on"},
    )

    assert 'name="act.name" value="Flinker Fuchs"' in asked.text
    assert 'name="name" type="text" value=""' in asked.text
    assert (done.status_code, done.headers["location"]) == (303, "/meins")
    assert await Sql("SELECT name FROM member WHERE id = $1").value(member) == "Flinker Fuchs"


async def test_on_a_shared_device_what_waits_is_shown_and_asked_for(client: Client) -> None:
    await member_with_words()
    fields = {
        "name": "Igel 27",
        "words": WORDS,
        "act": "/vorschlaege/8/beitraege",
        "text": "Gute Idee!",
        "stance": "for",
    }

    asked = await client.send_form("/anmelden", fields)

    assert asked.status_code == 200
    assert "Etwas zu Vorschlag 8 sagen" in asked.text
    assert "Gute Idee!" in asked.text
    assert "Abmelden" in asked.text


async def test_another_account_of_the_office_is_asked_before_it_does_what_waited(client: Client) -> None:
    name, secret = await office_account()
    fields = {"name": name, "passphrase": "korrekt pferd batterie", "totp": pyotp.TOTP(secret).now()}

    answer = await client.send_form(
        "/buero/anmeldung", {**fields, "act": "/buero/meldungen/x", "waited": "session", "words": "", "text": "weg"}
    )

    assert answer.status_code == 200
    assert "Wollen Sie das noch?" in answer.text


async def test_get_goes_to_the_form_and_comes_back(client: Client) -> None:
    await member_with_words()

    asked = await client.get("/buero/karten?x=1")
    back = await client.send_form("/anmelden", {"name": "Igel 27", "words": WORDS, "then": "/buero/karten?x=1"})

    assert (asked.status_code, asked.headers["location"]) == (303, "/anmelden?then=%2Fbuero%2Fkarten%3Fx%3D1")
    assert back.headers["location"] == "/buero/karten?x=1"


@pytest.mark.parametrize(
    "then",
    ["//evil.example", "//[", "http://[", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "evil"],
)
async def test_then_leads_nowhere_else(client: Client, then: str) -> None:
    await member_with_words()

    answer = await client.send_form("/anmelden", {"name": "Igel 27", "words": WORDS, "then": then})

    assert answer.headers["location"] == "/"


@pytest.mark.parametrize("act", ["//[", "http://[", "https://evil.example/stimme"])
async def test_an_act_that_is_no_address_of_ours_is_left_out(client: Client, act: str) -> None:
    await member_with_words()

    answer = await client.send_form("/anmelden", {"name": "Igel 27", "words": WORDS, "own_device": "on", "act": act})

    assert (answer.status_code, answer.headers["location"]) == (303, "/")


async def test_a_confirmation_after_the_session_ended_keeps_the_act_and_no_passphrase(client: Client) -> None:
    client.token = "a session that has ended"
    asked = await client.send_form(
        "/buero/bestaetigung",
        {
            "act": "/buero/sitze/rollen",
            "card_name": "Igel 27",
            "role": "young",
            "passphrase": "geheim",
            "totp": "123456",
        },
    )

    assert asked.status_code == 401
    assert 'name="act" value="&#x2f;buero&#x2f;sitze&#x2f;rollen"' in asked.text
    assert 'name="card_name" value="Igel 27"' in asked.text
    assert 'name="waited" value="session"' in asked.text
    assert "geheim" not in asked.text
