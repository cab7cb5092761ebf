"""A member's phone in the room: tap in, raise a hand, ask for a pause, go."""

from urllib.parse import quote

import pytest

from tests import makers, makers_sittings
from tests.client import Client
from tests.makers_room import open_sitting_with_item, seat
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.attendance import come, leave

pytestmark = pytest.mark.usefixtures("store")


async def test_from_the_code_on_the_projector_into_the_room(client: Client) -> None:
    sitting, one = await makers_sittings.sitting(opened=True), await seat()
    door = f"/da/{sitting.join_token}"

    asked = await client.get(door)
    assert (asked.status_code, asked.headers["location"]) == (303, "/anmelden?then=" + quote(door, safe=""))
    await client.sign_in(member=one.holder)
    assert "Ich bin da" in (await client.get(door)).text
    taps = [await client.send_form(f"{sitting.address}/anwesenheit") for _ in range(2)]

    assert [tap.headers["location"] for tap in taps] == [f"{sitting.address}/raum"] * 2
    assert (await queries.meeting(sitting)).voters == [one.holder]
    assert (await client.get(door)).headers["location"] == f"{sitting.address}/raum"
    assert (await client.get("/da/gibt-es-nicht")).status_code == 404

    await client.send_form(f"{sitting.address}/anwesenheit/ende")
    assert (await queries.meeting(sitting)).present == 0


async def test_a_hand_goes_up_and_down(client: Client) -> None:
    sitting, one = await open_sitting_with_item(), await seat()
    await client.sign_in(member=one.holder)
    assert (await client.send_form(f"{sitting.address}/meldung")).status_code == 409  # not in the room yet
    await client.send_form(f"{sitting.address}/anwesenheit")

    for _ in range(2):
        assert (await client.send_form(f"{sitting.address}/meldung")).status_code == 303
    page = (await client.get(f"{sitting.address}/raum")).text
    assert "Du bist als Nächstes dran." in page
    for _ in range(2):
        assert (await client.send_form(f"{sitting.address}/meldung/ruecknahme")).status_code == 303
    assert [*(await queries.speaking_of(sitting)).waiting] == []

    assert (await client.send_form(f"{sitting.address}/antraege", {"kind": "tanzen"})).status_code == 422
    assert (await client.send_form(f"{sitting.address}/antraege", {"kind": "pause"})).status_code == 303
    assert [wish.order for wish in (await queries.speaking_of(sitting)).orders] == ["pause"]
    assert "Ich möchte eine Pause." in (await client.get(f"{sitting.address}/raum")).text


async def test_the_office_has_no_seat_and_no_hand(client: Client) -> None:
    sitting = await open_sitting_with_item()
    await client.sign_in(staff=await makers.staff())

    assert (await client.get(f"/da/{sitting.join_token}")).headers["location"] == sitting.address
    assert (await client.send_form(f"{sitting.address}/meldung")).status_code == 403
    assert (await client.get(f"{sitting.address}/fragen")).status_code == 403


async def test_a_deputy_takes_over_when_the_holder_goes(client: Client) -> None:
    sitting, deputy = await makers_sittings.sitting(opened=True), await makers.member(role="deputy")
    one = await seat(deputy=deputy)
    await client.sign_in(member=deputy)
    await come(sitting.number, one.holder, actor="member")
    await client.send_form(f"{sitting.address}/anwesenheit")
    offer = f"Ich stimme für Sitz {one.number} ab"
    assert offer not in (await client.get(f"{sitting.address}/raum")).text

    await leave(sitting.number, one.holder, actor="member")
    assert offer in (await client.get(f"{sitting.address}/raum")).text
    await client.send_form(f"{sitting.address}/anwesenheit")

    assert (await queries.meeting(sitting)).voters == [deputy]
    assert offer not in (await client.get(f"{sitting.address}/raum")).text
