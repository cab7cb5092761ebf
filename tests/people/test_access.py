import pytest

from tests import makers
from tests.client import Client
from zukunftsparlament.kernel.sql import Sql

pytestmark = pytest.mark.usefixtures("store")


async def test_a_reader_gets_no_cookie(client: Client) -> None:
    answer = await client.get("/anmelden")

    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers


async def test_the_code_of_a_card_signs_in(client: Client) -> None:
    await makers.member(code="0123456789ABCDEFGHJKMNPQRS")

    answer = await client.send_form("/karte/anmeldung", {"code": "0123456789abcdefghjkmnpqrs"})

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert client.token is not None


async def test_another_site_cannot_sign_anybody_out(client: Client) -> None:
    await client.sign_in(member=await makers.member())

    answer = await client.post("/abmeldung", headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403


async def test_sign_out_ends_the_session_in_the_store(client: Client) -> None:
    await client.sign_in(member=await makers.member())
    token = client.token

    answer = await client.send_form("/abmeldung")
    client.token = token

    assert (answer.status_code, client.token) == (303, token)
    assert (await client.send_form("/abmeldung")).status_code == 401


async def test_numbers_too_large_for_a_store_are_missing_like_any_other(client: Client) -> None:
    answer = await client.get("/vorschlaege/99999999999999999999999999")

    assert answer.status_code == 404


async def test_a_form_with_too_many_fields_is_not_taken(client: Client) -> None:
    fields = {f"f{number}": "x" for number in range(600)}

    assert (await client.send_form("/anmelden", fields)).status_code == 400


async def test_after_the_month_of_the_20th_birthday_a_card_opens_nothing(client: Client) -> None:
    member = await makers.member(code="0123456789ABCDEFGHJKMNPQRS")
    await client.sign_in(member=member)
    await Sql("UPDATE member SET delete_after = '2020-01' WHERE id = $1").rows(member)

    inside = await client.send_form("/abmeldung")
    at_the_door = await client.send_form("/karte/anmeldung", {"code": "0123456789ABCDEFGHJKMNPQRS"})

    assert (inside.status_code, at_the_door.status_code) == (401, 422)
    assert "bis zum 20. Geburtstag" in at_the_door.text
