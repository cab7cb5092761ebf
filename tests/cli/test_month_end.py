"""The calendar deletes: under a clock that somebody else has set."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.cli.place import PROGRAM, ROOT, Place
from tests.cli.tampering import sql, value

LOOK = [sys.executable, "-m", "tests.departures.looking"]
STILL_HERE = "SELECT count(*) FROM member WHERE role IS NOT NULL"
HOLZWICKEDE = "Europe/Berlin"


def at(moment: str, zone: str = HOLZWICKEDE) -> tuple[list[str], dict[str, str]]:
    """The words before a command that shall believe in `moment`, and what else it needs. Only the time of day lies."""
    return ["faketime", moment], {"TZ": zone, "DONT_FAKE_MONOTONIC": "1"}


def looked(place: Place, moment: str, zone: str = HOLZWICKEDE) -> str:
    before, more = at(moment, zone)
    return subprocess.check_output([*before, *LOOK, "look"], cwd=ROOT, env=place.environment | more, text=True).strip()


@pytest.fixture
def twelve(place: Place) -> Place:
    place.data.mkdir(parents=True, exist_ok=True)
    subprocess.run([*LOOK, "make"], cwd=ROOT, env=place.environment, check=True)
    return place


def test_a_card_lasts_to_the_end_of_its_month_in_holzwickede_and_no_longer(twelve: Place) -> None:
    assert looked(twelve, "2031-09-30 23:59:00") == "12"
    assert looked(twelve, "2031-09-30 12:00:00", "Pacific/Kiritimati") == "12"  # October there, not yet here
    assert looked(twelve, "2031-09-30 18:00:05", "America/New_York") == "11"  # September there, not any more here
    assert value(twelve, "SELECT count(*) FROM departure") == 0


def test_the_night_in_which_an_hour_comes_twice_deletes_nobody(twelve: Place) -> None:
    sql(twelve, "UPDATE member SET delete_after = '2031-10' WHERE delete_after = '2031-09'" + _answer(twelve))
    for moment in ("2031-10-26 02:59:58", "2031-10-26 03:00:02"):
        assert looked(twelve, moment) == "12"


def test_a_clock_that_is_years_ahead_deletes_nobody(twelve: Place) -> None:
    assert looked(twelve, "2051-11-23 12:00:00") == "12 stopped"
    assert looked(twelve, "1996-11-23 12:00:00") == "12"


def test_the_server_deletes_by_itself_and_leaves_a_store_that_is_whole(demo: Place) -> None:
    sql(demo, "UPDATE member SET delete_after = '2026-12' WHERE id = 7" + _answer(demo))
    name = value(demo, "SELECT name FROM member WHERE id = 7")
    people = value(demo, STILL_HERE)
    before, more = at("2027-01-01 00:00:10")
    process = subprocess.Popen(
        [*before, *PROGRAM, "serve"],
        cwd=ROOT,
        env=demo.environment | more,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        until = time.monotonic() + 60
        while value(demo, STILL_HERE) == people or value(demo, "SELECT count(*) FROM departure"):
            assert time.monotonic() < until
            time.sleep(0.1)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        _out, said = process.communicate(timeout=10)

    assert value(demo, STILL_HERE) == people - 1
    assert name.encode() not in said
    if demo.is_sqlite:
        assert not [path for path in demo.data.rglob("*") if path.is_file() and name.encode() in path.read_bytes()]
    assert "alles stimmt" in demo.done("verify")


def _answer(place: Place) -> str:
    """PostgreSQL's driver wants rows."""
    return "" if place.is_sqlite else " RETURNING id"
