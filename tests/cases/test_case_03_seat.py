"""Item 3b of the youth parliament, re-enacted: at a birthday a seat becomes free, and somebody moves up."""

from datetime import timedelta

import pytest

from tests import makers
from tests.cases.parliament import broken, words
from tests.cases.test_case_03 import youth_parliament
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.dates import day
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings.free_seats import Clockwork as FreeSeats

pytestmark = pytest.mark.usefixtures("store")

CARD = Sql("SELECT card_name FROM member WHERE id = $1")
A_DAY_GOES_BY = Sql("UPDATE seat SET last_day = $2 WHERE number = $1")


async def test_case_03_c_a_seat_becomes_free_on_the_birthday() -> None:
    """What the last day means nobody stores. Whoever has the next most votes of the last election is offered."""
    found = await youth_parliament()
    yesterday, tomorrow = today() - timedelta(days=1), today() + timedelta(days=1)
    desk = "/buero/sitze"
    assert (await found.office.send_form(f"{desk}/23/ende", {"last_day": today().isoformat()})).status_code == 303
    said = words((await found.office.get(desk)).text)
    assert f"Sitz 23 · West: {await CARD.value(found.members[23])}, letzter Tag: {day(today())}." in said
    assert f"Am {day(tomorrow)} ist der Sitz frei." in said
    assert "Von der letzten Wahl gibt es keine Liste, von der jemand nachrückt." in said
    assert "1 Sitz wird frei" in words((await found.office.get("/buero")).text)

    await A_DAY_GOES_BY.rows(23, yesterday)
    await FreeSeats().tick()
    said = words((await found.office.get(desk)).text)
    assert f"Sitz 23 · West: frei seit {day(today())}." in said
    evening = await found.plans("Danach")
    await evening.taps("/einladung")
    await evening.day_comes()
    answer = await found.phones[23].send_form(f"/sitzungen/{evening.number}/anwesenheit")
    assert answer.status_code == 303  # may come and listen
    await evening.come(*range(1, 16))
    await evening.taps("/eroeffnung")
    assert "15 von 23" in await evening.cockpit()
    next_one = await makers.member()
    card = {"card_name": str(await CARD.value(next_one))}
    assert (await found.office.send_form(f"{desk}/23", card)).status_code == 303
    assert "Sitze, die frei werden" not in words((await found.office.get(desk)).text)
    assert await broken() == []
