"""The chairs tick who is here and lead the speaking list; the office watches."""

import pytest

from tests import makers
from tests.client import Client
from tests.makers_room import in_the_room, open_sitting_with_item, seat
from tests.statements import counted
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.speaking import raise_hand
from zukunftsparlament.sittings.rules.room_words import OrderKind

pytestmark = pytest.mark.usefixtures("store")


async def test_a_tick_is_shown_at_once(client: Client) -> None:
    sitting = await open_sitting_with_item()
    chair, one = await seat(role="chair"), await seat(name="Leiser Luchs")
    await client.sign_in(member=chair.holder)
    address = f"/vorsitz/{sitting.number}/anwesenheit"

    assert "Leiser Luchs" in (await client.get(address)).text
    ticked = await client.send_form(f"{address}/{one.number}", {"who": "holder"}, htmx=True)
    assert 'aria-pressed="true"' in ticked.text
    assert (await queries.meeting(sitting)).voters == [one.holder]
    plain = await client.send_form(f"{address}/{one.number}", {"who": "nobody"})
    assert (plain.status_code, plain.headers["location"]) == (303, address)
    refused = await client.send_form(f"{address}/{one.number}", {"who": "deputy"}, htmx=True)
    assert (refused.status_code, "gibt es keine Vertretung" in refused.text) == (409, True)

    assert (await client.send_form(f"{address}/gaeste", {"name": ""})).status_code == 422
    assert (await client.send_form(f"{address}/gaeste", {"name": "Bürgermeisterin"})).status_code == 303
    assert "Bürgermeisterin" in (await client.get(address)).text


async def test_the_list_is_led_and_the_office_only_watches(client: Client) -> None:
    sitting, chair, one = await open_sitting_with_item(), await seat(role="chair"), await seat(name="Leiser Luchs")
    await in_the_room(sitting, chair, one)
    mark = await raise_hand(sitting.number, one.holder)
    office = await Client().sign_in(staff=await makers.staff())
    address = f"/vorsitz/{sitting.number}/redeliste"

    page = (await office.get(address)).text
    assert "Leiser Luchs" in page
    assert "Das Wort geben" not in page
    assert (await office.send_form(f"{address}/{mark}/wort")).status_code == 409
    await office.aclose()

    await client.sign_in(member=chair.holder)
    assert "Das Wort geben" in (await client.get(address)).text
    assert "Jetzt spricht:" in (await client.send_form(f"{address}/{mark}/wort", htmx=True)).text
    assert "Die Liste ist zu." in (await client.send_form(f"{address}/ende", htmx=True)).text
    assert (await client.send_form(f"{address}/9999/wort")).status_code == 404
    await client.sign_in(member=one.holder)
    assert (await client.get(address)).status_code == 403


async def test_the_number_of_statements_does_not_grow(client: Client) -> None:
    sitting, chair = await open_sitting_with_item(), await seat(role="chair")
    await in_the_room(sitting, chair)
    await client.sign_in(member=chair.holder)
    asked = []
    for more in (1, 3):
        seats = [await seat() for _ in range(more)]
        await in_the_room(sitting, *seats)
        for one in seats:
            await raise_hand(sitting.number, one.holder)
        for page in ("anwesenheit", "redeliste"):
            with counted() as statements:
                await client.get(f"/vorsitz/{sitting.number}/{page}")
            asked.append((page, len(statements)))

    assert asked[:2] == asked[2:]


async def test_the_cockpit_shows_the_first_hands(client: Client) -> None:
    sitting, chair = await open_sitting_with_item(), await seat(role="chair")
    seats = [await seat() for _ in range(5)]
    await in_the_room(sitting, chair, *seats)
    for one in seats:
        await raise_hand(sitting.number, one.holder)
    await raise_hand(sitting.number, chair.holder, order=OrderKind.PAUSE)
    await client.sign_in(member=chair.holder)

    page = (await client.get(f"/vorsitz/{sitting.number}")).text
    assert "Ich möchte eine Pause." in page
    assert page.count("war noch nicht dran") == 3
    assert page.count("Das Wort geben") == 1


async def test_the_big_step_passes_no_raised_hand_over(client: Client) -> None:
    sitting, chair, one = await open_sitting_with_item(), await seat(role="chair"), await seat()
    await in_the_room(sitting, chair, one)
    await client.sign_in(member=chair.holder)

    async def big() -> str:
        page = (await client.get(f"/vorsitz/{sitting.number}")).text
        return page.partition('id="weiter"')[2].partition("</form>")[0]

    assert "ist fertig" in await big()
    mark = await raise_hand(sitting.number, one.holder)
    page = (await client.get(f"/vorsitz/{sitting.number}")).text
    assert f"Sitz {one.number}" in await big() and 'id="danach"' in page
    await client.send_form(f"/vorsitz/{sitting.number}/redeliste/{mark}/wort", htmx=True)
    assert "ist fertig" in await big()
