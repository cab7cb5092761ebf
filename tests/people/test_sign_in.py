"""Signing in with words, with passphrase and code, and what waits meanwhile."""

import pyotp
import pytest

from tests import makers
from tests.client import Client
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.keys import server_key
from zukunftsparlament.kernel.picture_words import fold
from zukunftsparlament.kernel.refusals import TooOften
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import actions, secrets
from zukunftsparlament.people.names import take

pytestmark = pytest.mark.usefixtures("store")

WORDS = "Apfel Ball Löwe Straße Zug"


@pytest.fixture(autouse=True)
def forgiven() -> None:
    """Throttles live in memory: each test starts without earlier tries."""
    for throttle in (actions.by_account, actions.by_account_and_address, actions.by_address):
        throttle._tries.clear()


async def member_with_words(card_name: str = "Igel 27") -> int:
    member = await makers.member()
    await Sql("UPDATE card SET words_hash = $2 WHERE member = $1").rows(member, await secrets.slow_hash(fold(WORDS)))
    async with writing():
        assert await take(member, "card", card_name)
    return member


async def office_account() -> tuple[str, str]:
    """Name and TOTP secret of an account with the passphrase "korrekt pferd batterie"."""
    server_key()
    totp = pyotp.random_base32()
    id_ = await makers.staff("Jugendbüro 1")
    await Sql("UPDATE staff SET passphrase_hash = $2, sealed_totp = $3 WHERE id = $1").rows(
        id_, await secrets.slow_hash("korrekt pferd batterie"), secrets.seal_totp(totp)
    )
    return "Jugendbüro 1", totp


@pytest.mark.parametrize(
    "typed", [WORDS, "apfel ball loewe strasse zug", "APFEL-BALL-LÖWE-STRASSE-ZUG", "apfelballlöwestraßezug"]
)
async def test_words_forgive_case_spaces_hyphens_and_umlauts(client: Client, typed: str) -> None:
    await member_with_words()

    answer = await client.send_form("/anmelden", {"name": "igel27", "words": typed, "own_device": "on"})

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "Max-Age=7776000" in answer.headers["set-cookie"]


async def test_a_shared_device_forgets_the_cookie_when_the_browser_closes(client: Client) -> None:
    await member_with_words()

    answer = await client.send_form("/anmelden", {"name": "Igel 27", "words": WORDS})

    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-zp=")
    assert "Max-Age" not in cookie
    assert all(part in cookie for part in ("Secure", "HttpOnly", "SameSite=lax", "Path=/"))


async def test_wrong_words_keep_what_was_typed_but_never_say_what_was_wrong(client: Client) -> None:
    await member_with_words()

    wrong_words = await client.send_form("/anmelden", {"name": "Igel 27", "words": "apfel ball"})
    wrong_name = await client.send_form("/anmelden", {"name": "Igel 28", "words": "apfel ball"})

    assert (wrong_words.status_code, wrong_name.status_code) == (422, 422)
    assert 'value="apfel ball"' in wrong_words.text
    assert "passen nicht zusammen" in wrong_words.text
    assert "passen nicht zusammen" in wrong_name.text


async def test_guessing_at_one_card_is_slowed_down_and_others_are_not(client: Client) -> None:
    await member_with_words()
    await member_with_words("Eule 5")

    answers = [await client.send_form("/anmelden", {"name": "Igel 27", "words": f"falsch {n}"}) for n in range(5)]

    assert [answer.status_code for answer in answers] == [422, 422, 422, 429, 429]
    assert int(answers[-1].headers["retry-after"]) > 0
    assert "Warte" in answers[-1].text
    assert (await client.send_form("/anmelden", {"name": "Eule 5", "words": WORDS})).status_code == 303


async def test_wrong_words_never_lock_the_card_itself(client: Client) -> None:
    await makers.member(code="0123456789ABCDEFGHJKMNPQRS")
    for n in range(6):
        with pytest.raises((TooOften, Exception)):
            await actions.sign_in_with_words("Igel 1", f"falsch {n}", own_device=True, address="10.0.0.1")

    assert (await client.send_form("/karte/anmeldung", {"code": "0123456789ABCDEFGHJKMNPQRS"})).status_code == 303


async def test_staff_sign_in_needs_passphrase_and_a_code_that_is_good_once(client: Client) -> None:
    name, secret = await office_account()
    code = pyotp.TOTP(secret).now()
    fields = {"name": name, "passphrase": "korrekt pferd batterie", "totp": code}

    first = await client.send_form("/buero/anmeldung", fields)
    client.token = None
    again = await client.send_form("/buero/anmeldung", fields)
    without = await client.send_form("/buero/anmeldung", {**fields, "totp": ""})

    assert (first.status_code, first.headers["location"]) == (303, "/buero")
    assert (again.status_code, without.status_code) == (422, 422)
    assert "korrekt pferd" not in again.text


async def test_get_goes_to_the_form_and_comes_back(client: Client) -> None:
    await member_with_words()

    asked = await client.get("/buero/karten?x=1")
    back = await client.send_form("/anmelden", {"name": "Igel 27", "words": WORDS, "then": "/buero/karten?x=1"})

    assert (asked.status_code, asked.headers["location"]) == (303, "/anmelden?then=%2Fbuero%2Fkarten%3Fx%3D1")
    assert back.headers["location"] == "/buero/karten?x=1"


@pytest.mark.parametrize(
    "then", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "evil"]
)
async def test_then_leads_nowhere_else(client: Client, then: str) -> None:
    await member_with_words()

    answer = await client.send_form("/anmelden", {"name": "Igel 27", "words": WORDS, "then": then})

    assert answer.headers["location"] == "/"


async def test_signing_in_again_ends_the_old_session(client: Client) -> None:
    member = await member_with_words()
    await client.sign_in(member=member)
    old = client.token

    await client.send_form("/anmelden", {"name": "Igel 27", "words": WORDS})

    assert client.token != old
    assert await Sql("SELECT count(*) FROM session").value() == 1
