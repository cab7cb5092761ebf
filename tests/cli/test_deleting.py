"""Somebody deletes themselves, and then the server is killed, or an older backup comes back."""

import json
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.phones import Phone
from tests.cli.place import Place
from tests.cli.tampering import sql, value
from zukunftsparlament.kernel.picture_words import fold


@dataclass(frozen=True)
class Author:
    """Somebody of the demo with a public proposal about which nobody votes."""

    card: dict[str, Any]
    member: int
    number: int
    title: str


def author(place: Place) -> Author:
    number, title, member, name = sql(
        place,
        "SELECT p.number, p.title, m.id, m.card_name FROM proposal p JOIN member m ON m.id = p.author "
        "WHERE p.stage = 'public' AND p.version = 1 AND p.id NOT IN (SELECT proposal FROM co_author) "
        "ORDER BY p.number DESC LIMIT 1",
    )[0]
    return Author(next(card for card in place.demo()["cards"] if card["name"] == name), member, number, title)


def go(place: Place, card: dict[str, Any], *, texts: str = "take") -> int:
    return Phone(place, card["link"]).post("/meins/loeschung", words=" ".join(card["words"]), texts=texts)


def bytes_of(place: Place, *, but: str = "backups") -> bytes:
    """Every file of the data folder; `demo.json` tells the cards of the demo for good."""
    files = [path for path in place.data.rglob("*") if path.is_file() and but not in path.parts]
    return b"".join(path.read_bytes() for path in files if path.name != "demo.json")


def until_gone(place: Place) -> None:
    until = time.monotonic() + 60
    while value(place, "SELECT count(*) FROM departure"):
        assert time.monotonic() < until
        time.sleep(0.05)


# What somebody sees in the store just before the server is killed.
BEGUN = "SELECT count(*) FROM departure"
CLEARED = "SELECT count(*) FROM proposal WHERE title = 'Entfernter Vorschlag'"


@pytest.mark.parametrize("seen", ["", BEGUN, CLEARED])
def test_killed_in_the_middle_it_goes_on_or_nothing_happened(demo: Place, seen: str) -> None:
    one = author(demo)
    process = demo.start()
    phone = Phone(demo, one.card["link"])
    asking = threading.Thread(target=_ask, args=(phone, one.card))
    asking.start()
    until = time.monotonic() + 5
    while seen and not value(demo, seen) and time.monotonic() < until:
        pass
    process.kill()
    process.wait()
    asking.join()

    assert "alles stimmt" in demo.done("verify")
    with demo.serving():
        until_gone(demo)
    rows = "SELECT m.role, p.title FROM member m, proposal p WHERE "
    role, title = sql(demo, f"{rows} m.id = {one.member} AND p.number = {one.number}")[0]
    assert (role is None) == bool(seen) == (title != one.title)
    if seen and demo.is_sqlite:
        assert one.title.encode() not in bytes_of(demo)
    assert "alles stimmt" in demo.done("verify")


def _ask(phone: Phone, card: dict[str, Any]) -> None:
    with suppress(OSError):  # the server has gone
        phone.post("/meins/loeschung", words=" ".join(card["words"]), texts="take")


def test_an_older_backup_brings_nobody_back_nor_what_they_took_along(
    demo: Place, place: Place, copies: Callable[[], Place], tmp_path: Path
) -> None:
    one = author(demo)
    name = value(demo, f"SELECT name FROM member WHERE id = {one.member}")
    backup = tmp_path / "older.tar.gz"
    demo.done("backup", str(backup))
    with demo.serving():
        assert go(demo, one.card) == 303

    said = demo.done("restore", "--yes", str(backup))

    assert "1 Person bleibt gelöscht" in said and "alles stimmt" in said
    assert value(demo, f"SELECT title FROM proposal WHERE number = {one.number}") == "Entfernter Vorschlag"
    assert value(demo, f"SELECT count(*) FROM name_key WHERE key = '{fold(one.card['name'])}'") == 0
    found = bytes_of(demo)
    assert name.encode() not in found and one.title.encode() not in found
    with demo.serving():
        assert demo.get(f"/vorschlaege/{one.number}") == 200

    # On another machine only the list tells: it is in every backup made since.
    newer = tmp_path / "newer.tar.gz"
    demo.done("backup", str(newer))
    (place.data / "keys").mkdir(parents=True)
    (place.data / "keys" / "server.key").write_bytes((demo.data / "keys" / "server.key").read_bytes())
    place.done("restore", "--yes", str(newer))
    assert "1 Person bleibt gelöscht" in place.done("restore", "--yes", str(backup))
    assert (
        json.dumps({"id": one.member, "kind": "member", "texts": True}) in (place.data / "deletions.jsonl").read_text()
    )


def test_killed_before_the_list_knew_it_a_restore_still_brings_nobody_back(demo: Place, tmp_path: Path) -> None:
    backup = tmp_path / "older.tar.gz"
    demo.done("backup", str(backup))
    answer = "" if demo.is_sqlite else " RETURNING id"
    sql(
        demo, "INSERT INTO departure (member, with_texts) VALUES (3, " + ("0)" if demo.is_sqlite else "false)") + answer
    )

    demo.done("restore", "--yes", str(backup))

    assert value(demo, "SELECT role FROM member WHERE id = 3") is None
