"""DOCX, ODT and XLSX: they open, say everything, and run nothing."""

import re
import zipfile
from datetime import date
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dossiers.example import budget, decision, every_kind, handover, one_of
from tests.dossiers.hostile import CELLS, made
from zukunftsparlament.dossiers import texts
from zukunftsparlament.dossiers.documents import DOCUMENTS
from zukunftsparlament.dossiers.handover_docx import handover_docx
from zukunftsparlament.dossiers.handover_odt import handover_odt
from zukunftsparlament.dossiers.handover_xlsx import handover_xlsx
from zukunftsparlament.dossiers.several import MONEY
from zukunftsparlament.dossiers.sheets import LONGEST_NAME, fitting, sheet_names

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = ["docx", "odt", "xlsx"]


def parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(file)) as found:
        return {name: found.read(name) for name in found.namelist()}


def day(cell: Any) -> date:
    found: date = cell.value.date()
    return found


@pytest.mark.parametrize("ending", list(DOCUMENTS))
def test_nothing_that_somebody_types_stops_a_document(ending: str) -> None:
    assert made(ending)


@pytest.mark.parametrize("ending", OFFICE)
def test_its_xml_is_well_formed_whatever_stands_in_it(ending: str) -> None:
    for name, part in parts(made(ending)).items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(part)


@settings(max_examples=20, deadline=None)
@given(st.text())
def test_any_text_can_be_written(text: str) -> None:
    frozen = handover(decision(title=text, text=text, for_=[text], topic=text), body=text)

    for ending in OFFICE:
        for name, part in parts(DOCUMENTS[ending].write(frozen)).items():
            if name.endswith(".xml"):
                ElementTree.fromstring(part)


def test_no_cell_of_the_workbook_is_a_formula_or_a_link() -> None:
    book = openpyxl.load_workbook(BytesIO(made("xlsx")))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]

    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "inlineStr"}
    assert not any(cell.hyperlink for cell in cells)
    texts_in = [str(cell.value) for cell in cells if cell.data_type == "s"]
    assert max(len(text.encode("utf-16-le")) // 2 for text in texts_in) < 32_767
    assert not re.search(r"<f>|<f ", "".join(part.decode("utf-8", "ignore") for part in parts(made("xlsx")).values()))


def test_a_box_stands_for_what_cannot_be_written_and_a_note_says_so() -> None:
    frozen = handover(decision(title="halb \ud83d"))

    for ending in OFFICE:
        words = b"".join(parts(DOCUMENTS[ending].write(frozen)).values()).decode("utf-8", "ignore")
        assert "halb □" in words and texts.BOX_NOTE in words
    plain = b"".join(parts(handover_xlsx(every_kind())).values()).decode("utf-8", "ignore")
    assert texts.BOX_NOTE not in plain


def test_a_sheet_for_each_topic_with_numbers_as_numbers_and_days_as_days() -> None:
    answer = {"answer": "yes", "reason": "Gern.", "next_date": "2027-06-10", "answered_on": "2027-03-20"}
    told = [decision(topic="verkehr", answer=answer), one_of(topic=""), decision(number=3, topic="verkehr")]
    book = openpyxl.load_workbook(BytesIO(handover_xlsx(handover(*told))))

    assert book.sheetnames == ["Übersicht", "Verkehr", "Ohne Thema"]
    overview, roads = book["Übersicht"], book["Verkehr"]
    assert [cell.value for cell in overview["A"]][3:7] == ["Nr.", 1, 2, 3]
    assert [day(overview[cell]) for cell in ("H5", "I5")] == [date(2027, 4, 28), date(2027, 6, 10)]
    row = {str(head.value): cell for head, cell in zip(roads[1], roads[2], strict=True)}
    assert [row[name].value for name in ("Ja", "Nein", "Enthaltung", "Abgestimmt")] == [12, 3, 2, 17]
    assert day(row["Beantwortet am"]) == date(2027, 3, 20) and row["Begründung"].value == "Gern."
    assert roads.max_row == 3


def test_money_is_a_number_that_can_be_added_up() -> None:
    sheet = openpyxl.load_workbook(BytesIO(handover_xlsx(handover(budget()))))["Ohne Thema"]
    row = {str(head.value): cell for head, cell in zip(sheet[1], sheet[2], strict=True)}

    assert [row[name].value for name in MONEY] == [1000, 993.34, 6.66]
    assert row["Betrag in Euro"].number_format == "#,##0.00"
    assert row["Gewählt"].value == "Tornetze\nBank" and row["So gerechnet"].value.startswith("Erst die Tornetze.")


def test_every_sheet_is_ready_to_read_to_filter_and_to_print() -> None:
    for sheet in openpyxl.load_workbook(BytesIO(handover_xlsx(every_kind()))).worksheets:
        head = 4 if sheet.title == "Übersicht" else 1
        assert sheet.freeze_panes == f"D{head + 1}" and sheet.auto_filter.ref.startswith(f"A{head}:")
        assert sheet.print_title_rows == f"${head}:${head}" and sheet.page_setup.orientation == "landscape"
        assert sheet.column_dimensions["C"].width > 30
        assert sheet.cell(head + 1, 3).alignment.wrap_text


def test_names_of_sheets_fit_every_spreadsheet() -> None:
    wished = ["Schule", "SCHULE", "a/b:c*d?e[f]\\g", "", "'", "x" * 40, "x" * 40, "Übersicht", "History"]
    found = sheet_names(wished, taken=["Übersicht"])

    assert found[:4] == ["Schule", "SCHULE 2", "a b c d e f g", "Blatt"]
    assert len({name.casefold() for name in found}) == len(wished)
    assert max(map(len, found)) <= LONGEST_NAME


def test_a_cell_counts_emoji_as_spreadsheets_do() -> None:
    assert fitting("W" * 32_000) == "W" * 32_000
    assert len(fitting("😀" * 33_000).encode("utf-16-le")) // 2 < 32_767
    assert max(len(line) for line in made("csv").decode("utf-8-sig").split(";")) < 32_767


def test_the_word_file_has_real_headings_a_language_repeated_heads_and_words_for_its_drawings() -> None:
    file = handover_docx(every_kind())
    told = Document(BytesIO(file))

    levels = [
        paragraph.style.name
        for paragraph in told.paragraphs
        if paragraph.style and "Heading" in str(paragraph.style.name)
    ]
    assert levels[:4] == ["Heading 1", "Heading 2", "Heading 2", "Heading 2"]
    assert told.core_properties.language == "de-DE" and "Übergabe Nr. 4" in told.core_properties.title
    assert f'{WORD}val="de-DE"'.split("}")[1] in parts(file)["word/styles.xml"].decode()
    body = parts(file)["word/document.xml"].decode()
    assert body.count("<w:tblHeader/>") == 8 and body.count("<w:tblCaption") == body.count("<w:tbl>")
    assert 'descr="Ergebnis: Ja 12, Nein 3, Enthaltung 2. Nicht abgestimmt: 1 von 18."' in body
    assert 'w:instr="PAGE"' in parts(file)["word/footer1.xml"].decode()


def test_the_open_document_too() -> None:
    found = parts(handover_odt(every_kind()))
    body, style, about = (found[f"{name}.xml"].decode() for name in ("content", "styles", "meta"))

    assert next(iter(found)) == "mimetype"
    assert body.count('text:outline-level="1"') == 1 and body.count("<table:table-header-rows>") == 8
    assert "Ergebnis: Ja 12, Nein 3, Enthaltung 2. Nicht abgestimmt: 1 von 18." in body
    assert 'fo:language="de"' in style and "<text:page-number" in style
    assert "<dc:language>de-DE</dc:language>" in about and "Übergabe Nr. 4" in about


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_an_open_decision_has_a_table_to_answer_in_and_an_answered_one_its_answer(ending: str) -> None:
    words = b"".join(parts(DOCUMENTS[ending].write(every_kind())).values()).decode("utf-8", "ignore")

    assert "Der Streifen kommt, aber zuerst nur auf einer Seite." in words
    assert words.count("Begründung (bitte immer)") == 6


def test_the_hostile_cells_are_thirty_and_more() -> None:
    assert len(set(CELLS)) == len(CELLS) >= 30
