"""A job that saves the wrong folder must say so on its first night."""

from pathlib import Path

from tests.cli.place import Place


def test_a_store_in_which_nothing_is_set_up_is_not_saved(place: Place, tmp_path: Path) -> None:
    place.done("migrate")

    ended = place.run("backup", str(tmp_path / "leer.tar.gz"))

    assert ended.returncode == 1
    assert "noch nichts eingerichtet" in ended.stderr
    assert not (tmp_path / "leer.tar.gz").exists()


def test_every_line_of_the_manual_works_on_the_same_store() -> None:
    """After the one script that says which, no line may call the program without it."""
    manual = (Path(__file__).parents[2] / "docs" / "running.md").read_text(encoding="utf-8")
    _before, _script, after = manual.partition("zp init")

    calls = [line for line in after.splitlines() if "bin/zukunftsparlament" in line]

    assert calls == ["ExecStart=/opt/zukunftsparlament/bin/zukunftsparlament serve"]
