"""The box that the body writes its answer into stays on one page, in Word and in LibreOffice."""

import zipfile
from io import BytesIO

from docx import Document

from tests.dossiers.example import decision, handover
from zukunftsparlament.dossiers.handover_docx import handover_docx
from zukunftsparlament.dossiers.handover_odt import handover_odt

WAITING = handover(decision(answer=None))


def test_word_keeps_its_rows_together() -> None:
    box = Document(BytesIO(handover_docx(WAITING))).tables[-1]

    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in box.rows]
    assert box.rows[-1].cells[0].text == "Datum, Name, Amt" and kept == [True, True, True, None]


def test_libreoffice_does_not_break_it() -> None:
    with zipfile.ZipFile(BytesIO(handover_odt(WAITING))) as found:
        content = found.read("content.xml").decode()

    assert content.count('table:style-name="wholeGrid"') == 1
    assert content.count('may-break-between-rows="false"') == 1
