"""A later version on paper: the letter first, then what is different, then what has come true."""

from io import BytesIO

import page
import pytest
from docx import Document
from pypdf import PdfReader

from tests.dossiers.example import decision, every_kind, handover
from tests.dossiers.test_handover_json import problems
from zukunftsparlament.dossiers.documents import DOCUMENTS
from zukunftsparlament.dossiers.handover_docx import handover_docx
from zukunftsparlament.dossiers.handover_pdf import handover_pdf
from zukunftsparlament.dossiers.shape import Handover
from zukunftsparlament.dossiers.texts import file_name

LETTER = "Sehr geehrte Damen und Herren,\n\nanbei unsere Beschlüsse.\n\nIhr Jugendbüro"
DONE = {"on": "2027-05-02", "words": "Der Streifen ist gemalt."}
ANSWER = {"answer": "yes", "reason": "Gern.", "next_date": None, "answered_on": "2027-03-01", "done": DONE}


def second(letter: str = LETTER, because: str = "Ein Name ist gelöscht.") -> Handover:
    replaces = {
        "version": 1,
        "sha256": "a" * 64,
        "on": "2027-02-20",
        "because": because,
        "changes": ["Nr. 1: Anders ist: der Text."],
    }
    told = [decision(answer=ANSWER), decision(number=2, title="Ein Nachtbus", void=True)]
    return handover(*told, version=2, letter=letter, replaces=replaces)


def test_it_keeps_to_the_schema_and_says_its_version_in_its_name() -> None:
    assert problems(second()) == []
    assert file_name(second()) == "uebergabe-4-fassung-2" and file_name(every_kind()) == "uebergabe-4"


def test_the_pdf_has_the_letter_first_and_says_what_changed() -> None:
    file = handover_pdf(second())
    pages = [" ".join(sheet.extract_text().split()) for sheet in PdfReader(BytesIO(file)).pages]

    order = [
        "Übergabe Nr. 4, Fassung 2",
        "anbei unsere Beschlüsse.",
        "ersetzt Fassung 1",
        "Nr. 1: Anders ist: der Text.",
    ]
    assert [pages[0].index(words) for words in order] == sorted(pages[0].index(words) for words in order)
    whole = " ".join(pages)
    assert "Erledigt seit 2. Mai 2027: Der Streifen ist gemalt." in whole
    assert "Sie zählt nicht." in whole and "Ihre Antwort, bitte bis" not in whole
    report = page.validate_pdf_bytes(file, profile="ua1")
    assert report.is_compliant, report.to_json()


def test_the_word_file_says_the_same() -> None:
    told = Document(BytesIO(handover_docx(second())))
    words = "\n".join(paragraph.text for paragraph in told.paragraphs)

    for part in (
        "Fassung 2",
        "anbei unsere Beschlüsse.",
        "ersetzt Fassung 1",
        "Ein Name ist gelöscht.",
        "Der Streifen ist",
    ):
        assert part in words


@pytest.mark.parametrize("text", ["\x00\ud800 =1+1", "W" * 3000, "مرحبا 日本", " "])
def test_hostile_letters_stop_nothing(text: str) -> None:
    for document in DOCUMENTS.values():
        assert document.write(second(text, text))
