import stat
from pathlib import Path

from pypdf import PdfReader

from tests.cli.place import Place
from tests.cli.tampering import value

MONTHS = ("--premoderated-until", "2031-07", "--delete-after", "2037-09")


def test_it_prints_a_batch(demo: Place, tmp_path: Path) -> None:
    sheet, before = tmp_path / "karten.pdf", value(demo, "SELECT count(*) FROM card")

    demo.done("cards", "--school", "nordschule", "--count", "11", *MONTHS, "--out", str(sheet))

    assert len(PdfReader(sheet).pages) == 2
    assert stat.S_IMODE(sheet.stat().st_mode) == 0o600
    assert value(demo, "SELECT count(*) FROM card") == before + 11
    assert "alles stimmt" in demo.done("verify")


def test_what_cannot_be_is_said_before_a_card_exists(demo: Place, tmp_path: Path) -> None:
    sheet, before = tmp_path / "karten.pdf", value(demo, "SELECT count(*) FROM card")
    sheet.write_text("schon da")
    wishes = [
        (1, ("--school", "Nord", "--count", "1", *MONTHS, "--out", str(sheet))),
        (1, ("--school", "Nord", "--count", "1", *MONTHS, "--out", str(tmp_path / "kein" / "x.pdf"))),
        (2, ("--school", "Mond", "--count", "1", *MONTHS, "--out", str(tmp_path / "x.pdf"))),
        (2, ("--count", "0", *MONTHS, "--out", str(tmp_path / "x.pdf"))),
        (2, ("--count", "1", "--delete-after", "1999-01", "--out", str(tmp_path / "x.pdf"))),
        (2, ("--count", "1")),
    ]
    for code, wish in wishes:
        assert demo.run("cards", *wish).returncode == code, wish
    assert value(demo, "SELECT count(*) FROM card") == before
    assert sheet.read_text() == "schon da"
