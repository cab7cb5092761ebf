"""Accounts of the office after the first one: added, renewed, ended on the command line."""

import re
import subprocess

import pytest

from tests.cli.place import Place
from tests.cli.tampering import sql, value

INIT = ("init", "--yes", "--name", "Beispielstadt", "--staff-name", "Villa")


@pytest.fixture
def installed(place: Place) -> Place:
    place.done(*INIT)
    return place


def _told(place: Place, *words: str) -> tuple[int, str]:
    ended: subprocess.CompletedProcess[str] = place.run("staff", *words)
    return ended.returncode, ended.stdout + ended.stderr


def test_an_account_is_added_renewed_and_ended(installed: Place) -> None:
    code, added = _told(installed, "add", "--yes", "Villa 2")
    assert code == 0 and re.search(r"Passphrase[^:]*: \S+", added)
    assert "secret=" in added and "Zukunftsparlament%20Beispielstadt" in added
    before = sql(installed, "SELECT passphrase_hash, sealed_totp FROM staff WHERE name = 'Villa 2'")

    code, renewed = _told(installed, "renew", "--yes", "villa 2")
    assert code == 0 and "secret=" in renewed
    after = sql(installed, "SELECT passphrase_hash, sealed_totp FROM staff WHERE name = 'Villa 2'")
    assert not set(before[0]) & set(after[0])

    assert _told(installed, "end", "--yes", "Villa 2") == (0, "Das Konto ist beendet: Villa 2\n")
    assert value(installed, "SELECT count(*) FROM staff WHERE ended_at IS NULL") == 1
    verbs = [verb for (verb,) in sql(installed, "SELECT verb FROM journal_entry ORDER BY number DESC LIMIT 3")]
    assert verbs == ["end_staff", "renew_staff", "create_staff"]
    assert "alles stimmt" in installed.done("verify")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("add", "--yes", "VILLA"), 1, "gibt es schon"),
        (("renew", "--yes", "Niemand"), 1, "gibt es nicht"),
        (("end", "--yes", "Niemand"), 1, "gibt es nicht"),
        (("end", "--yes", "Villa"), 1, "das letzte Konto"),
        (("end", "Villa"), 1, "--yes"),
        (("add", "--yes", "V"), 2, "2 bis 60 Zeichen"),
        (("dismiss", "Villa"), 2, "„dismiss“ ist hier nicht möglich"),
        (("add",), 2, "Es fehlt: NAME"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    installed: Place, words: tuple[str, ...], code: int, said: str
) -> None:
    before = sql(installed, "SELECT * FROM staff")

    ended, text = _told(installed, *words)

    assert ended == code and said in text
    assert sql(installed, "SELECT * FROM staff") == before
