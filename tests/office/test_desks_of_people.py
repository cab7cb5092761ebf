"""The desks of cards and seats ask the store as often for three rows as for one."""

import pytest

from tests import makers
from tests.client import Client
from tests.statements import counted
from zukunftsparlament.people import cards
from zukunftsparlament.people.batches import BatchWish

pytestmark = pytest.mark.usefixtures("store")


async def test_the_desk_of_cards(client: Client) -> None:
    await client.sign_in(staff=await makers.staff())
    wish = BatchWish(None, 1, "", "2031-09")
    asked = []
    for _ in range(2):
        await cards.make_batch(wish, actor="office:Test")
        with counted() as statements:
            assert (await client.get("/buero/karten")).status_code == 200
        asked.append(len(statements))
        await cards.make_batch(wish, actor="office:Test")

    assert asked[0] == asked[1] <= 5


async def test_the_desk_of_seats(client: Client) -> None:
    await client.sign_in(staff=await makers.staff())
    asked = []
    for number in (1, 2):
        await makers.seat(number * 2, school=None, place=1)
        with counted() as statements:
            assert (await client.get("/buero/sitze")).status_code == 200
        asked.append(len(statements))
        await makers.seat(number * 2 + 1, school=None, place=1)

    assert asked[0] == asked[1] <= 5


async def test_the_page_of_names(client: Client) -> None:
    await client.sign_in(member=await makers.member())

    page = await client.get("/meins/name")

    assert page.status_code == 200
    assert page.text.count('name="name"') == 5
