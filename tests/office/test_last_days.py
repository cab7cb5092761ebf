"""The last day on a seat: the office types it, and the day after it the seat is free by itself."""

from datetime import timedelta

import pytest

from tests import makers, makers_polls
from tests.cases.parliament import broken, words
from tests.client import Client
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.dates import day
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.leaving import SITS_AT
from zukunftsparlament.sittings.free_seats import Clockwork

pytestmark = pytest.mark.usefixtures("store")

DAYS_GO_BY = Sql("UPDATE seat SET last_day = $2 WHERE number = $1")
SEAT = Sql("SELECT t.member, t.last_day, m.role FROM seat t LEFT JOIN member m ON m.id = t.member WHERE t.number = $1")
ROLE = Sql("SELECT role FROM member WHERE id = $1")
NUMBER = Sql("SELECT number FROM seat WHERE member = $1")


async def test_a_seat_is_free_the_day_after_its_last_day(client: Client) -> None:
    await makers_polls.rules()
    member = await makers.seated()
    number = int(await NUMBER.value(member))
    await client.sign_in(staff=await makers.staff())
    soon = today() + timedelta(days=10)
    ends = f"/buero/sitze/{number}/ende"
    assert (await client.send_form(ends, {"last_day": soon.isoformat()})).status_code == 303
    desk = words((await client.get("/buero/sitze")).text)
    assert f"letzter Tag: {day(soon)}. Am {day(soon + timedelta(days=1))} ist der Sitz frei." in desk
    assert "Von der letzten Wahl gibt es keine Liste, von der jemand nachrückt." in desk
    assert "1 Sitz wird frei letzter Tag:" in words((await client.get("/buero")).text)
    told = await SITS_AT.row(member)
    assert told and told["last_day"] == soon

    await DAYS_GO_BY.rows(number, today())
    await Clockwork().tick()
    row = await SEAT.row(number)
    assert row and row["member"] == member  # the last day is still theirs
    assert 'class="is-urgent"' in (await client.get("/buero")).text
    await DAYS_GO_BY.rows(number, today() - timedelta(days=1))
    await Clockwork().tick()
    row = await SEAT.row(number)
    assert row and row["member"] is None and await ROLE.value(member) == "young"
    assert f"frei seit {day(today())}." in words((await client.get("/buero/sitze")).text)
    assert await broken() == []


@pytest.mark.parametrize("typed", ["gestern", "2020-01-01", "2199-01-01"])
async def test_a_day_that_makes_no_sense_is_refused(client: Client, typed: str) -> None:
    await makers_polls.rules()
    member = await makers.seated()
    number = int(await NUMBER.value(member))
    await client.sign_in(staff=await makers.staff())
    answer = await client.send_form(f"/buero/sitze/{number}/ende", {"last_day": typed})
    assert answer.status_code == 409 and "Der letzte Tag ist heute oder später" in answer.text


async def test_whoever_gets_up_or_sits_down_has_no_last_day(client: Client) -> None:
    await makers_polls.rules()
    member = await makers.seated()
    number = int(await NUMBER.value(member))
    await client.sign_in(staff=await makers.staff())
    await client.send_form(f"/buero/sitze/{number}/ende", {"last_day": today().isoformat()})
    await client.send_form(f"/buero/sitze/{number}/freigabe")
    row = await SEAT.row(number)
    assert row and (row["member"], row["last_day"]) == (None, None)
    assert (await client.send_form(f"/buero/sitze/{number}/ende", {"last_day": today().isoformat()})).status_code == 409
