import pytest

from tests.cli.place import Place
from zukunftsparlament.cli import COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_german(place: Place, command: str) -> None:
    said = place.done(command, "--help")

    for part in ("Aufruf: zukunftsparlament", "Beispiel", "Rückgabewert: 0", "ZP_DATA"):
        assert part in said
    assert "Dateien:" in said or command == "bench"
    assert "usage:" not in said and "options:" not in said


@pytest.mark.parametrize("words", [(), ("tanz",), ("serve", "--wat"), ("restore",), ("serve", "--port", "elf")])
def test_wrong_usage_is_2_and_says_what_is_wrong(place: Place, words: tuple[str, ...]) -> None:
    ended = place.run(*words)

    assert ended.returncode == 2
    assert ended.stderr or "Befehle:" in ended.stdout
    assert not place.data.exists()


def test_variables_that_cannot_be_understood_are_2(place: Place) -> None:
    for name, wrong in (("ZP_PORT", "elf"), ("ZP_DATABASE_URL", "mysql://x"), ("ZP_BASE_URL", "haus")):
        ended = place.run("migrate", **{name: wrong})
        assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)
        assert name in ended.stderr


@pytest.mark.parametrize("command", ["serve", "verify", "backup"])
def test_an_empty_store_is_told_in_one_sentence(place: Place, command: str) -> None:
    ended = place.run(command)

    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "Datenbestand" in ended.stderr


def test_a_store_that_is_away_is_told_in_one_sentence(place: Place) -> None:
    ended = place.run("verify", ZP_DATABASE_URL="postgresql://postgres@127.0.0.1:1/nichts")

    assert (ended.returncode, ended.stderr) == (
        1,
        "PostgreSQL antwortet nicht. Läuft es, und stimmt ZP_DATABASE_URL?\n",
    )


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(place: Place) -> None:
    ended = place.run("migrate", ZP_DATA="/proc/nirgends", ZP_DATABASE_URL="sqlite:////proc/nirgends/x.sqlite")

    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)


def test_migrating_twice_changes_nothing_the_second_time(place: Place) -> None:
    assert "jetzt" in place.done("migrate")
    assert "ist auf dem neuesten Stand" in place.done("migrate")
