import json
import stat

import pytest

from tests.cli.phones import Phone
from tests.cli.place import Place
from tests.cli.tampering import sql, value

ROLES = ("Jugendliche mit Karte", "Mitglied", "Vertretung", "Vorsitz", "Moderation", "Jugendbüro")


def test_it_starts_from_nothing_and_shows_a_way_in_for_each_role(place: Place) -> None:
    process = place.start("demo")
    found = place.demo()
    link = next(card["link"] for card in found["cards"] if card["role"] == "young")
    Phone(place, link)
    process.terminate()
    process.wait(10)
    said = place.said.read_text(encoding="utf-8")

    assert [role for role in ROLES if f"\n{role} · " in said] == list(ROLES)
    assert link in said and "█▀" in said
    assert found["staff"][0]["passphrase"] in said
    assert said.splitlines()[-1] == f"Im Browser öffnen: {place.base_url}"  # a hundred lines below the first
    assert stat.S_IMODE((place.data / "demo.json").stat().st_mode) == 0o600
    assert not (place.data / "demo.unfinished").exists()


def test_a_second_start_changes_nothing(demo: Place) -> None:
    before, entries = demo.demo(), value(demo, "SELECT count(*) FROM journal_entry")

    process = demo.start("demo")
    process.terminate()
    process.wait(10)

    assert (demo.demo(), value(demo, "SELECT count(*) FROM journal_entry")) == (before, entries)


def test_a_start_that_was_killed_begins_anew(demo: Place) -> None:
    (demo.data / "demo.json").unlink()
    (demo.data / "demo.unfinished").touch()
    sql(demo, "DELETE FROM backing")

    demo.done("seed")

    assert value(demo, "SELECT count(*) FROM backing") > 0
    assert "alles stimmt" in demo.done("verify")


@pytest.mark.parametrize("command", ["demo", "seed", "init"])
def test_it_keeps_its_hands_off_a_real_installation(place: Place, command: str) -> None:
    place.done("init", "--yes", "--name", "Beispielstadt")

    ended = place.run(command, *(["--yes", "--name", "X"] if command == "init" else []))

    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert value(place, "SELECT count(*) FROM member") == 0


def test_demo_json_has_its_shape(pristine: Place) -> None:
    found = json.loads((pristine.data / "demo.json").read_text(encoding="utf-8"))

    assert sorted(found) == ["base_url", "cards", "places", "staff"]
    assert {card["role"] for card in found["cards"]} == {"young", "member", "deputy", "chair", "moderator"}
    for card in found["cards"]:
        assert sorted(card) == ["link", "name", "premoderated", "role", "school", "words"]
        assert len(card["words"]) == 5 and "/karte#" in card["link"]
    assert sorted(found["staff"][0]) == ["name", "passphrase", "role", "totp_secret"]
