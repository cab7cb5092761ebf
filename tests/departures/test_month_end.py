"""Nobody is deleted by surprise. Other clocks than ours: tests/cli/test_month_end.py."""

import logging

import pytest

from tests import makers
from tests.client import Client
from zukunftsparlament.departures.month_end import BELIEVE_AFTER_SECONDS, MonthEnd
from zukunftsparlament.departures.rules import brake_holds, is_to_be_warned, months_left
from zukunftsparlament.kernel.clock import month, now
from zukunftsparlament.kernel.sql import Sql

pytestmark = pytest.mark.usefixtures("store")

ENDS = Sql("UPDATE member SET delete_after = $2 WHERE id = $1")
HERE = Sql("SELECT count(*) FROM member WHERE role IS NOT NULL")


@pytest.mark.parametrize(
    ("leaving", "of", "holds"),
    [(0, 0, False), (1, 10, False), (1, 9, True), (2, 19, True), (2, 20, False), (20, 200, False), (21, 1000, True)],
)
def test_the_brake_holds_above_a_tenth_or_twenty(leaving: int, of: int, holds: bool) -> None:
    assert brake_holds(leaving, of=of) is holds


@pytest.mark.parametrize(
    ("delete_after", "left", "warned"),
    [("2031-09", 3, False), ("2031-08", 2, True), ("2031-06", 0, True), ("2032-01", 7, False), (None, None, False)],
)
def test_two_months_before_somebody_is_warned(delete_after: str | None, left: int | None, warned: bool) -> None:
    assert months_left(delete_after, "2031-06") == left
    assert is_to_be_warned(delete_after, "2031-06") is warned


async def test_the_warning_stands_on_meins(client: Client) -> None:
    member = await makers.member()
    await client.sign_in(member=member)
    assert "Deine Karte gilt noch" not in (await client.get("/meins")).text

    await ENDS.rows(member, month(now()))
    assert "Deine Karte gilt noch bis zum Ende vom" in (await client.get("/meins")).text


async def test_one_of_ten_goes_and_the_rest_stays() -> None:
    members = [await makers.member() for _ in range(10)]
    await ENDS.rows(members[3], "2020-01")
    clock = MonthEnd()

    for _ in range(2):
        await clock.tick()

    assert (await HERE.value(), clock.stopped) == (9, None)


async def test_after_a_jump_of_the_clock_nobody_is_deleted_for_a_day(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    for _ in range(10):
        member = await makers.member()
    clock = MonthEnd()
    await ENDS.rows(member, "2020-01")
    clock.wall -= 3600  # as if the tick before had been an hour ago

    await clock.tick()
    assert await HERE.value() == 10
    assert "jumped by 3600 s" in caplog.text

    clock.look_at -= BELIEVE_AFTER_SECONDS + 1
    await clock.tick()
    assert await HERE.value() == 9
