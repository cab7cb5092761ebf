"""What looks like a phone number is asked back once before everybody can read it."""

import pytest

from tests import makers, makers_polls, makers_sittings
from tests.chair.test_planning import GOOD
from tests.client import Client, as_read
from zukunftsparlament.sittings import queries

pytestmark = pytest.mark.usefixtures("store")
CALLS = "Ruft an: 0171 2345678"


async def test_an_agenda_and_a_plan_ask_back_once(client: Client) -> None:
    await makers_polls.rules()
    await client.sign_in(member=await makers.chair())
    sitting = await makers_sittings.sitting()
    item = await makers_sittings.item(sitting)
    desk = f"/vorsitz/{sitting.number}"
    for address, fields, tick in (
        (f"{desk}/punkte/neu", {"kind": "other", "title": CALLS}, "looked_at"),
        (f"{desk}/punkte/{item.mark}", {"kind": "other", "title": "Bänke", "text": CALLS}, "looked_at"),
        (f"{desk}/punkte/{item.mark}/unterlagen", {"paper_title": "Plan", "paper": CALLS}, "paper_looked_at"),
        (f"{desk}/planung", {**GOOD, "hint": CALLS}, "looked_at"),
        ("/vorsitz/neu", {**GOOD, "title": CALLS}, "looked_at"),
    ):
        asked = await client.send_form(address, fields)
        assert asked.status_code == 422, address
        assert "Hier steht vielleicht eine Telefonnummer." in as_read(asked.text) and CALLS in asked.text
        assert asked.text.count(f'name="{tick}"') == 1
        assert (await client.send_form(address, fields | {tick: "on"})).status_code == 303, address
    assert [one.title for one in await queries.agenda(sitting.id)].count(CALLS) == 1


async def test_the_office_and_ordinary_words_are_not_asked(client: Client) -> None:
    await makers_polls.rules()
    sitting = await makers_sittings.sitting()
    address = f"/vorsitz/{sitting.number}/punkte/neu"
    office = await Client().sign_in(staff=await makers.staff())
    assert (await office.send_form(address, {"kind": "other", "title": CALLS})).status_code == 303
    await client.sign_in(member=await makers.chair())
    plain = {"kind": "other", "title": "Bänke", "owner": "Sitz 7", "text": "Drei Bänke am Bach."}
    assert (await client.send_form(address, plain)).status_code == 303
