"""LibreOffice opens every document and finds in it what was written. It takes seconds, so few starts for all."""

import csv
import os
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.dossiers.example import every_kind
from tests.dossiers.hostile import made
from zukunftsparlament.dossiers.documents import DOCUMENTS

EVERY_SHEET = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"


def converted(folder: Path, to: str, *names: str) -> None:
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to]
    subprocess.run(
        [*command, *names],
        cwd=folder,
        env=os.environ | {"HOME": str(folder)},
        check=True,
        capture_output=True,
        timeout=120,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("libreoffice")
    for ending in ("docx", "odt", "xlsx"):
        (place / f"plain-{ending}.{ending}").write_bytes(DOCUMENTS[ending].write(every_kind()))
        (place / f"hostile-{ending}.{ending}").write_bytes(made(ending))
    converted(place, "pdf", "plain-docx.docx", "plain-odt.odt", "plain-xlsx.xlsx")
    converted(place, "txt:Text", "hostile-docx.docx", "hostile-odt.odt")  # laying 33,000 emoji out takes half a minute
    converted(place, EVERY_SHEET, "hostile-xlsx.xlsx")
    return place


@pytest.mark.parametrize("name", ["plain-docx", "plain-odt", "plain-xlsx"])
def test_it_opens_and_shows_every_decision(folder: Path, name: str) -> None:
    words = "".join(sheet.extract_text() for sheet in PdfReader(folder / f"{name}.pdf").pages)
    plain = "".join(words.split())

    for decision in every_kind()["decisions"]:
        assert "".join(decision["title"].split()) in plain
    assert "ÜbergabeNr.4" in plain and "Seite1von" in plain


@pytest.mark.parametrize("name", ["hostile-docx", "hostile-odt"])
def test_what_is_hostile_opens_too(folder: Path, name: str) -> None:
    assert "Привет, мир" in (folder / f"{name}.txt").read_text(encoding="utf-8")


def test_no_formula_of_a_pupil_is_worked_out(folder: Path) -> None:
    cells = []
    for file in folder.glob("hostile-xlsx-*.csv"):
        with file.open(encoding="utf-8", newline="") as lines:
            cells += [cell for row in csv.reader(lines, delimiter=";") for cell in row]

    assert "=1+1" in cells and "@SUM(A1:A9)" in cells and '=HYPERLINK("https://example.org";"Klick")' in cells
    assert not any(cell.startswith(("#", "Err:")) for cell in cells)
