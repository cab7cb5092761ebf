"""The paper for the committee: everybody can read it, nothing is missing, nothing stops it."""

from io import BytesIO

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.dossiers.example import decision, every_kind, handover, one_of
from zukunftsparlament.dossiers.handover_pdf import handover_pdf

HOSTILE = [
    "\x00\x07\u202e\u2066\ue000日本 👩‍👩‍👧 Z\u0336\u0322\u0327\u0321",
    "W" * 20_000,
    "a b " * 5_000,
    '#import "/etc/passwd" $x$ *fett* <b>fett</b> =1+1',
    "",
]


def words_in(file: bytes) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(file)).pages).split())


def without_spaces(text: str) -> str:
    return "".join(text.split())


def test_everybody_can_read_it() -> None:
    report = page.validate_pdf_bytes(handover_pdf(every_kind()), profile="ua1")

    assert report.is_compliant, report.to_json()


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_hostile_text_in_every_place_does_not_stop_it(text: str) -> None:
    answer = {"answer": "no", "reason": text, "next_date": text, "answered_on": text}
    words = {"title": text, "text": text, "rule": text, "for_": [text, "gut"], "against": [text]}
    options = [{"value": text, "label": text}, {"value": "2", "label": text}]
    frozen = handover(
        decision(**words, answer=answer, yes_means=text, no_means=text),
        one_of(**words, options=options, counts={text: 1, "2": 3}, winner=text),
        body=text,
        answer_by=text,
    )

    report = page.validate_pdf_bytes(handover_pdf(frozen), profile="ua1")

    assert report.is_compliant, report.to_json()


@settings(max_examples=25, deadline=None)
@given(st.text(), st.integers(0, 10**6), st.integers(0, 10**6))
def test_any_text_and_any_number_can_be_printed(text: str, yes: int, roll: int) -> None:
    counts = {"yes": yes, "no": 0, "abstain": 0}

    assert handover_pdf(handover(decision(title=text, counts=counts, turnout=yes, electorate_size=roll)))


def test_every_decision_has_its_sheet_and_its_line_in_the_overview() -> None:
    frozen = every_kind()
    file = handover_pdf(frozen)
    sheets = [" ".join(sheet.extract_text().split()) for sheet in PdfReader(BytesIO(file)).pages]

    assert len(sheets) == 1 + len(frozen["decisions"])
    for told, sheet in zip(frozen["decisions"], sheets[1:], strict=True):
        assert without_spaces(told["title"]) in without_spaces(sheets[0])  # there it may go over two lines
        assert told["title"] in sheet
        assert f"Seite {1 + told['number']} von {len(sheets)}" in sheet
        assert told["rule"] in sheet


def test_it_says_to_whom_until_when_and_with_which_fingerprint() -> None:
    frozen = every_kind()
    words = words_in(handover_pdf(frozen))

    assert "Übergabe Nr. 4 an: Arbeitsgruppe Demokratie fördern" in words
    assert "bis zum 28. April 2027" in words
    assert frozen["sha256"] in words


def test_it_says_from_whom() -> None:
    file = handover_pdf(handover(decision()))

    assert "Jugendrat Beispielstadt · Übergabe 4" in words_in(file)
    assert (told := PdfReader(BytesIO(file)).metadata) and told.author == "Jugendrat Beispielstadt"
    assert "Holzwickede" not in words_in(file)


def test_one_from_before_parliaments_were_named_in_it_can_be_printed() -> None:
    frozen = handover(decision())
    del frozen["parliament"], frozen["municipality"]

    assert "Zukunftsparlament · Übergabe 4" in words_in(handover_pdf(frozen))


def test_an_open_decision_asks_and_an_answered_one_shows_the_answer() -> None:
    open_one = words_in(handover_pdf(handover(decision())))
    assert "Ihre Antwort, bitte bis 28. April 2027" in open_one

    answered = words_in(handover_pdf(every_kind()))
    assert "Antwort vom 20. März 2027" in answered
    assert "Der Streifen kommt, aber zuerst nur auf einer Seite." in answered
    assert "Nächster Termin: 10. Juni 2027" in answered


def test_the_drawing_is_told_in_words() -> None:
    file = PdfReader(BytesIO(handover_pdf(handover(decision()))))
    parts = map(file.get_object, range(1, len(file.xref[0])))
    told = [str(part["/Alt"]) for part in parts if isinstance(part, DictionaryObject) and part.get("/S") == "/Figure"]

    assert told == ["Ergebnis: Ja 12, Nein 3, Enthaltung 2. Nicht abgestimmt: 1 von 18."]


def test_the_same_hand_over_gives_the_same_bytes() -> None:
    assert handover_pdf(every_kind()) == handover_pdf(every_kind())


def test_a_hand_over_without_decisions_is_a_cover() -> None:
    assert len(PdfReader(BytesIO(handover_pdf(handover()))).pages) == 1
