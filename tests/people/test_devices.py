"""Where somebody is signed in, and signing out there."""

import re
from datetime import timedelta

import pytest

from tests import makers
from tests.client import Client
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.devices import mark_of
from zukunftsparlament.people.sessions import NOT_OURS

pytestmark = pytest.mark.usefixtures("store")

TOKENS = Sql("SELECT token_hash FROM session ORDER BY id")
OLD = Sql("UPDATE session SET seen_at = $1, started_at = $1 WHERE own_device = $2")


async def three(client: Client, **whose: int) -> list[Client]:
    others = [Client(), Client()]
    for one, own in zip([client, *others], (True, True, False), strict=True):
        await one.sign_in(own_device=own, **whose)
    return others


async def is_in(client: Client) -> bool:
    return (await client.get("/meins/name")).status_code != 303


def marks(page: str) -> list[str]:
    return re.findall(r'action="/abmeldung/geraet/([0-9a-f]+)"', page)


async def test_each_device_is_named_in_plain_words_and_this_one_first(client: Client) -> None:
    await three(client, member=await makers.member())

    shown = (await client.get("/meins")).text

    assert re.findall(r"<b>(\w+ Gerät)</b>", shown) == ["Dieses Gerät", "Gemeinsames Gerät", "Eigenes Gerät"]
    assert len(marks(shown)) == 2
    assert not [row["token_hash"] for row in await TOKENS.rows() if row["token_hash"][:16] in shown]


def test_no_mark_can_be_read_as_a_number() -> None:
    for number in range(3000):
        assert not NOT_OURS.search(f"/abmeldung/geraet/{mark_of(str(number))}")
    for path in ("/vorschlaege/12345678901", "/buero/uebergaben/99999999999.pdf", "/abmeldung/geraet/1234567890123456"):
        assert NOT_OURS.search(path)
    assert not NOT_OURS.search("/entwuerfe/1234567890abc-d_e")


async def test_one_other_device_is_signed_out(client: Client) -> None:
    own, shared = await three(client, member=await makers.member())
    mark = marks((await client.get("/meins")).text)[0]

    for _tap in range(2):
        assert (await client.send_form(f"/abmeldung/geraet/{mark}")).status_code == 303
    assert [await is_in(one) for one in (client, own, shared)] == [True, True, False]


async def test_all_others_are_signed_out(client: Client) -> None:
    own, shared = await three(client, member=await makers.member())

    assert (await client.send_form("/abmeldung/andere")).headers["location"] == "/meins#karte"
    assert [await is_in(one) for one in (client, own, shared)] == [True, False, False]


async def test_nobody_signs_out_somebody_else(client: Client) -> None:
    _own, shared = await three(client, member=await makers.member())
    (mark, *_rest) = marks((await client.get("/meins")).text)
    stranger = await Client().sign_in(member=await makers.member())

    await stranger.send_form(f"/abmeldung/geraet/{mark}")
    await stranger.send_form("/abmeldung/andere")

    assert await is_in(shared)
    assert (await stranger.send_form("/abmeldung/geraet/zu-kurz")).status_code == 404


async def test_the_office_has_a_page_of_its_own(client: Client) -> None:
    staff = await makers.staff()
    other = await Client().sign_in(staff=staff)
    await client.sign_in(staff=staff)

    shown = (await client.get("/buero/anmeldungen")).text
    assert shown.count("<b>Anderes Gerät</b>") == 1
    gone = await client.send_form(f"/abmeldung/geraet/{marks(shown)[0]}")

    assert gone.headers["location"] == "/buero/anmeldungen"
    assert (await other.get("/buero")).status_code == 303
    assert (await client.get("/buero")).status_code == 200


async def test_a_session_that_is_over_is_not_shown(client: Client) -> None:
    await three(client, member=await makers.member())
    await OLD.rows(now() - timedelta(hours=3), False)

    assert len(marks((await client.get("/meins")).text)) == 1
