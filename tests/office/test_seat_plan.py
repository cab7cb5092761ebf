"""How many seats the rules of procedure give a school, beside those it has."""

from dataclasses import replace

import pytest

from tests import makers, makers_polls
from tests.client import Client
from zukunftsparlament.procedure.actions import add_version
from zukunftsparlament.procedure.rules import HOLZWICKEDE, SeatsBySchool, SeatsKind

pytestmark = pytest.mark.usefixtures("store")


async def test_seats_by_size_ask_how_big_a_school_is(client: Client) -> None:
    await makers.school("Eichenschule")
    await client.sign_in(staff=await makers.staff())
    await makers_polls.rules(HOLZWICKEDE)
    assert "Soll haben" not in (await client.get("/buero/sitze")).text
    by_size = SeatsBySchool(SeatsKind.BY_SIZE, pupils=150)
    await add_version(replace(HOLZWICKEDE, seats_by_school=by_size), actor="system")
    page = (await client.get("/buero/sitze")).text
    assert "für je angefangene 150 Kinder einen Sitz" in page and ">–</td>" in page
    answer = await client.send_form("/buero/sitze/schulen", {"school": "Eichenschule", "pupils": "301"})
    assert answer.status_code == 303
    assert '<span class="mark">3</span>' in (await client.get("/buero/sitze")).text
    for pupils in ("0", "viele", "99999"):
        wrong = await client.send_form("/buero/sitze/schulen", {"school": "Eichenschule", "pupils": pupils})
        assert wrong.status_code == 409
    assert (await client.send_form("/buero/sitze/schulen", {"school": "Nirgends", "pupils": "3"})).status_code == 409
