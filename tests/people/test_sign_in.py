"""Signing in with words, and with passphrase and code."""

import asyncio

import pyotp
import pytest

from tests import makers
from tests.client import Client
from tests.makers_people import WORDS, forgive_everybody, member_with_words, office_account
from zukunftsparlament.kernel.refusals import Refused, TooOften
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import actions, secrets

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture(autouse=True)
def forgiven() -> None:
    forgive_everybody()


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

    answers = [await client.send_form("/anmelden", {"name": "Igel 27", "words": f"falsch {n}"}) for n in range(7)]

    assert [answer.status_code for answer in answers] == [422, 422, 422, 422, 422, 429, 429]
    assert 0 < int(answers[-1].headers["retry-after"]) <= 60
    assert "Warte" in answers[-1].text
    assert (await client.send_form("/anmelden", {"name": "Eule 5", "words": WORDS})).status_code == 303


async def test_a_hundred_guesses_at_once_are_no_way_around_it() -> None:
    await member_with_words()

    async def guess(number: int) -> str:
        try:
            await actions.sign_in_with_words("Igel 27", f"falsch {number}", own_device=True, address="10.0.0.1")
        except (Refused, TooOften) as error:
            return type(error).__name__
        return "in"

    outcomes = await asyncio.gather(*(guess(number) for number in range(100)))

    assert (outcomes.count("Refused"), outcomes.count("TooOften")) == (5, 95)


async def test_one_address_cannot_shut_others_out_of_an_account() -> None:
    await member_with_words()
    for number in range(40):
        with pytest.raises((Refused, TooOften)):
            await actions.sign_in_with_words("Igel 27", f"falsch {number}", own_device=True, address="10.0.0.1")

    assert await actions.sign_in_with_words("Igel 27", WORDS, own_device=True, address="10.0.0.2")


async def test_a_class_signs_in_at_once_even_where_another_loop_has_hashed_before() -> None:
    """The demo is seeded and served by one process, each on a loop of its own."""
    hashed = await asyncio.to_thread(asyncio.run, _hash_in_parallel())
    await member_with_words()

    tokens = await asyncio.gather(
        *(
            actions.sign_in_with_words("Igel 27", WORDS, own_device=False, address=f"10.0.0.{number}")
            for number in range(12)
        )
    )

    assert len(hashed) == 8
    assert len(set(tokens)) == 12


async def _hash_in_parallel() -> list[str]:
    return await asyncio.gather(*(secrets.slow_hash(f"wort {number}") for number in range(8)))


async def test_words_checked_while_the_card_is_replaced_open_nothing() -> None:
    member = await member_with_words()
    checking = asyncio.create_task(actions.sign_in_with_words("Igel 27", WORDS, own_device=True, address="10.0.0.1"))
    await asyncio.sleep(0.005)  # argon2 takes 20 ms
    await Sql("UPDATE card SET words_hash = $2 WHERE member = $1").rows(member, "$argon2id$new")

    with pytest.raises(Refused):
        await checking
    assert await Sql("SELECT count(*) FROM session").value() == 0


async def test_an_empty_form_says_what_is_missing_beside_each_field(client: Client) -> None:
    answer = await client.send_form("/anmelden", {})

    assert answer.status_code == 422
    assert "Der Name der Karte fehlt noch." in answer.text
    assert "Die fünf Wörter fehlen noch." in answer.text


async def test_wrong_words_never_lock_the_card_itself(client: Client) -> None:
    await makers.member(code="0123456789ABCDEFGHJKMNPQRS")
    for n in range(6):
        with pytest.raises((TooOften, Refused)):
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


async def test_signing_in_again_ends_the_old_session(client: Client) -> None:
    member = await member_with_words()
    await client.sign_in(member=member)
    old = client.token

    await client.send_form("/anmelden", {"name": "Igel 27", "words": WORDS})

    assert client.token != old
    assert await Sql("SELECT count(*) FROM session").value() == 1
