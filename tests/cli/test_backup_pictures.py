"""A backup holds the pictures, and what comes back is whole."""

from pathlib import Path

from tests.cli.place import Place


def files(place: Place) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (place.data / "pictures").iterdir()}


def test_pictures_come_back_and_what_came_after_the_backup_goes(demo: Place, tmp_path: Path) -> None:
    whole = files(demo)
    assert len(whole) == 9
    demo.done("backup", str(tmp_path / "sicherung.tar.gz"))
    lost, broken, *_ = sorted((demo.data / "pictures").iterdir())
    lost.unlink()
    broken.write_bytes(b"?")
    (demo.data / "pictures" / f"{'k' * 24}-640.webp").write_bytes(b"came later")

    said = demo.done("restore", "--yes", str(tmp_path / "sicherung.tar.gz"))

    assert "alles stimmt" in said
    assert files(demo) == whole
