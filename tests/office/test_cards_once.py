"""Two taps make one sheet of cards: nobody knows which of two would be the right one."""

import asyncio

import pytest

from tests import makers
from tests.client import Client
from zukunftsparlament.kernel.sql import Sql

pytestmark = pytest.mark.usefixtures("store")

WISH = {"school": "none", "count": "2", "premoderated_until": "2031-07", "delete_after": "2037-09"}
BATCHES = Sql("SELECT count(*) FROM card_batch")
REPLACED = Sql("SELECT replaced FROM card WHERE member = $1")


async def test_two_taps_make_one_batch(client: Client) -> None:
    await client.sign_in(staff=await makers.staff())
    taps = (client.send_form("/buero/karten", WISH) for _ in range(2))
    sheets = {answer.headers["location"] for answer in await asyncio.gather(*taps)}
    assert (len(sheets), await BATCHES.value()) == (1, 1)


async def test_another_wish_or_another_account_makes_another_batch(client: Client) -> None:
    await client.sign_in(staff=await makers.staff())
    await client.send_form("/buero/karten", WISH)
    await client.send_form("/buero/karten", {**WISH, "count": "1"})
    await client.sign_in(staff=await makers.staff())
    await client.send_form("/buero/karten", WISH)
    assert await BATCHES.value() == 3


async def test_two_taps_replace_a_card_once(client: Client) -> None:
    member = await makers.member()
    name = await Sql("SELECT card_name FROM member WHERE id = $1").value(member)
    await client.sign_in(staff=await makers.staff())
    taps = (client.send_form("/buero/karten/ersatz", {"card_name": name}) for _ in range(2))
    sheets = {answer.headers["location"] for answer in await asyncio.gather(*taps)}
    assert (len(sheets), await REPLACED.value(member)) == (1, 1)
