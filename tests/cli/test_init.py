import re
import stat
from pathlib import Path

import pyotp

from tests.cli.place import Place
from tests.cli.tampering import sql, value

FLAGS = ("--yes", "--name", "Beispielstadt", "--school", "Eichenschule;Eiche;Grundschule;2")


def test_it_sets_up_everything_that_a_server_needs(place: Place, tmp_path: Path) -> None:
    schools = tmp_path / "schulen.csv"
    schools.write_text("Buchenschule;Buche;weiterführend;2\n\nAhornschule;Ahorn;Förderschule;1\n", encoding="utf-8")

    place.done("init", *FLAGS, "--schools", str(schools), "--at-large", "3", "--body", "Rat der Stadt;Rat")

    assert [name for (name,) in sql(place, "SELECT name FROM school ORDER BY id")] == [
        "Eichenschule",
        "Buchenschule",
        "Ahornschule",
    ]
    assert value(place, "SELECT count(*) FROM seat") == 8
    assert sql(place, "SELECT name, short FROM body") == [("Rat der Stadt", "Rat")]
    assert value(place, "SELECT count(*) FROM rule_set") == 1
    assert "alles stimmt" in place.done("verify")
    with place.serving():
        assert place.get("/") == 200


def test_its_secrets_are_shown_once_and_lie_nowhere(place: Place) -> None:
    said = place.done("init", *FLAGS, "--staff-name", "Villa")
    passphrase = re.search(r"Passphrase[^:]*: (\S+)", said)
    secret = re.search(r"secret=([A-Z2-7]+)", said)
    assert passphrase and secret

    for path in (path for path in place.data.rglob("*") if path.is_file()):
        content = path.read_bytes()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
        assert passphrase[1].encode() not in content and secret[1].encode() not in content
    staff = sql(place, "SELECT name, passphrase_hash, sealed_totp FROM staff")
    assert staff[0][0] == "Villa" and staff[0][1].startswith("$argon2id$")
    assert len(pyotp.TOTP(secret[1]).now()) == 6


def test_what_is_missing_or_wrong_is_2_and_leaves_nothing(place: Place) -> None:
    assert place.run("init").returncode == 2
    assert place.run("init", "--yes", "--name", "X", "--school", "Eichenschule").returncode == 2
    assert place.run("init", "--yes", "--name", "X", "--at-large", "viele").returncode == 2

    assert value(place, "SELECT count(*) FROM municipality") == 0
