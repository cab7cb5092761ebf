"""Cards to cut out: everybody can read them, cameras too."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import page
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from zukunftsparlament.kernel import place
from zukunftsparlament.people.card_sheet import PrintedCard, card_sheet, link

BASE = "https://zukunftsparlament.example"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><circle cx="36" cy="36" r="30"/></svg>'


class Word(NamedTuple):
    word: str
    slug: str


WORDS = [Word(word, word.lower()) for word in ("Baum", "Fahrrad", "Handy", "Igel", "Sonne")]


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Every word but "Sonne" has its picture."""
    for word in WORDS[:4]:
        (tmp_path / f"{word.slug}.svg").write_text(DRAWING)
    return tmp_path


def cards(number: int) -> list[PrintedCard]:
    return [PrintedCard(name=f"Igel {n}", code=f"{n:026d}", words=WORDS) for n in range(1, number + 1)]


def sheet(number: int, pictures: Path, *, batch: str = "Nordschule") -> bytes:
    help_lines = ["Karte weg? Jugendbüro, 02301 000-000", "Sorgen? 116 111"]
    made_on = datetime(2027, 2, 3, tzinfo=UTC)
    return card_sheet(
        cards(number), batch=batch, base_url=BASE, help_lines=help_lines, made_on=made_on, pictures=pictures
    )


@pytest.mark.parametrize("batch", ["Nordschule", "\x07日本\u202e #import <b>"])
def test_everybody_can_read_it(pictures: Path, batch: str) -> None:
    report = page.validate_pdf_bytes(sheet(3, pictures, batch=batch), profile="ua1")

    assert report.is_compliant, report.to_json()


@pytest.mark.parametrize(("number", "sheets"), [(1, 1), (10, 1), (11, 2), (30, 3)])
def test_ten_fit_on_a_sheet(pictures: Path, number: int, sheets: int) -> None:
    assert len(PdfReader(BytesIO(sheet(number, pictures))).pages) == sheets


def test_a_card_says_its_name_its_words_the_address_and_who_helps(pictures: Path) -> None:
    words = PdfReader(BytesIO(sheet(1, pictures))).pages[0].extract_text()

    for expected in ("Igel 1", *(word.word for word in WORDS), "zukunftsparlament.example/anmelden", "116 111"):
        assert expected in words


def test_pictures_and_code_are_told_in_words(pictures: Path) -> None:
    file = PdfReader(BytesIO(sheet(1, pictures)))
    parts = map(file.get_object, range(1, len(file.xref[0])))
    told = [str(part["/Alt"]) for part in parts if isinstance(part, DictionaryObject) and part.get("/S") == "/Figure"]

    drawn = ["Bild: Baum", "Bild: Fahrrad", "Bild: Handy", "Bild: Igel"]
    assert sorted(told) == [*drawn, "QR-Code zum Anmelden mit der Karte Igel 1"]


def test_the_secret_is_in_the_fragment_of_the_link() -> None:
    assert link(BASE + "/", cards(1)[0]) == f"{BASE}/karte#{1:026d}"


def test_the_same_cards_give_the_same_bytes(pictures: Path) -> None:
    assert sheet(2, pictures) == sheet(2, pictures)


def test_it_is_from_the_parliament_that_stands_here(pictures: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "_place", place.Place("Jugendrat", "Beispielstadt"))

    told = PdfReader(BytesIO(sheet(1, pictures))).metadata

    assert told is not None and told.author == "Jugendrat Beispielstadt"
