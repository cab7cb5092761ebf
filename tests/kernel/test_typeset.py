"""Text that was never meant kindly, and the fonts that have to show it."""

import hashlib
import json
import re
import time
import unicodedata
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from zukunftsparlament.fonts.make_coverage import coverage
from zukunftsparlament.kernel import typeset
from zukunftsparlament.kernel.printable import BOX, FONTS, printable, printable_data

SOURCE = Path(__file__).parent / "one_text.typ"
HOSTILE = [
    "",
    "a\x00b\x07c\x1b[31m",
    "\u202eevil.exe\u202c \u2066links\u2069",
    "Z\u0336\u0322\u0327\u0321a\u0337\u031b\u034d\u0310l\u0335\u0321\u031bg\u0335\u031bo",
    "e" + "\u0301" * 20_000,
    "\ue000\U000f1234\ufdd0\U0010ffff",
    "日本語 한국어 עברית ไทย",
    "👩‍👩‍👧 👍🏽 1\ufe0f\u20e3 🇩🇪 ❤️ a🏽 👩‍★ ℹ️‍★ 👩‍a",
    "\u200d\u200d👩\u200d" * 5_000,
    "مرحبا بالعالم می‌خواهم",
    "हिन्दी में लिखा",
    "<script>alert(1)</script> &amp; </p>",
    '= Titel\n#import "/etc/passwd"\n$x^2$ *fett* _kursiv_ @quelle <marke> // nichts ```raw``` \\u{41}',
    '=HYPERLINK("https://example.org")',
    "W" * 20_000,
    "viele Wörter " * 1_500,
    "a\n" * 10_000,
    "𝓯𝓪𝓷𝓬𝔂 √2 ≤ 3 → ✓ ★",
]


def pdf_of(text: str) -> bytes:
    made_on = datetime(2027, 2, 3, 12, tzinfo=UTC)
    return typeset.pdf(SOURCE, {"text": text}, made_on=made_on, root=Path(__file__).parents[2])


def words_in(file: bytes) -> str:
    return "\n".join(sheet.extract_text() for sheet in PdfReader(BytesIO(file)).pages)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_no_text_stops_an_accessible_export(text: str) -> None:
    report = page.validate_pdf_bytes(pdf_of(text), profile="ua1")

    assert report.is_compliant, report.to_json()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(), max_size=30).map("".join))
def test_any_text_can_be_set(text: str) -> None:
    assert pdf_of(text).startswith(b"%PDF")


def test_every_character_of_every_font_can_be_set_with_every_kind_of_mark() -> None:
    characters = [chr(point) for point in range(0x21, 0x20000) if printable(chr(point))[0] not in ("", BOX)]
    assert len(characters) > 9_000
    marks = "\u0301\u20e3\u0651\u094d\u0903\u200d\U0001f3fd"

    assert pdf_of(" ".join(character + mark for character in characters for mark in marks[:2]))
    assert pdf_of(" ".join(character + marks[at % len(marks)] + "★" for at, character in enumerate(characters)))


def test_the_same_text_gives_the_same_bytes() -> None:
    assert pdf_of("Radweg") == pdf_of("Radweg")


def test_a_person_cannot_write_markup() -> None:
    assert "#import *fett* $x$" in words_in(pdf_of("#import *fett* $x$"))


def test_what_cannot_be_shown_becomes_a_box_and_the_document_says_so() -> None:
    assert printable("Rad 日 weg") == ("Rad □ weg", True)
    assert "□ steht für ein Zeichen" in words_in(pdf_of("Rad 日 weg"))
    assert "steht für ein Zeichen" not in words_in(pdf_of("Radweg"))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Gru\u0308n", "Grün"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\n\n \n\nb", "a\n\nb"),
        ("a\tb\u3000c", "a b c"),
        ("\u202eabc\u202c", "abc"),
        ("o\u0336\u0322\u0327\u0321", "o\u0336\u0322"),
        ("x" * 30, "x" * 30),
        ("x" * 31, "xxxxxxxx\u200bxxxxxxxx\u200bxxxxxxxx\u200bxxxxxxx"),
        ("می‌خواهم", "می‌خواهم"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("ab\u200dc", "abc"),
    ],
)
def test_what_is_printed(typed: str, printed: str) -> None:
    assert printable(typed) == (printed, False)


@given(st.text())
def test_what_is_printable_stays_printable(text: str) -> None:
    once, _ = printable(text)

    assert not any(unicodedata.category(sign) in ("Cc", "Co", "Cs", "Cn") for sign in once.replace("\n", ""))
    assert printable(once.replace("\u200b", ""))[0] == once


def test_texts_are_cleaned_wherever_they_are() -> None:
    data = {"one": ["a\x07", {"two": "\ue000"}], "three": 3, "four": None, "five": True}

    assert printable_data(data) == ({"one": ["a", {"two": "□"}], "three": 3, "four": None, "five": True}, True)


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) > 5_000], ids=lambda text: ascii(text[:8]))
def test_a_long_text_costs_less_than_a_second(text: str) -> None:
    before = time.process_time()
    printable(text)

    assert time.process_time() - before < 0.5


def test_the_list_of_characters_is_that_of_the_fonts() -> None:
    assert json.loads((FONTS / "coverage.json").read_text()) == coverage()


def test_the_fonts_are_those_of_the_list() -> None:
    listed = dict(re.findall(r"^\| (\S+\.ttf) .*`([0-9a-f]{64})` \|$", (FONTS / "VENDOR.md").read_text(), re.M))

    assert listed == {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in FONTS.glob("*.ttf")}
