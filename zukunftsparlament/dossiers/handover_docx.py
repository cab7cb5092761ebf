"""The hand-over for Word. Call it in a thread."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from zukunftsparlament.dossiers import blocks
from zukunftsparlament.dossiers.blocks import Block, Paper
from zukunftsparlament.dossiers.outline import paper
from zukunftsparlament.dossiers.repacking import repacked
from zukunftsparlament.dossiers.shape import Handover

FONT = "Arial"  # a committee's machine has it
INK, VIOLET, SOFT = RGBColor(0x1B, 0x12, 0x30), RGBColor(0x43, 0x18, 0x9F), RGBColor(0x4A, 0x47, 0x63)
HEADINGS = {1: (24, INK), 2: (16, INK), 3: (12, VIOLET)}
HIGHEST = 200  # millimetres of a drawing; a page has 250


def handover_docx(frozen: Handover) -> bytes:
    """The same hand-over gives the same bytes."""
    return docx(paper(frozen))


def docx(told: Paper) -> bytes:
    """Any written paper; the same one gives the same bytes."""
    document = Document()
    _style(document, told)
    for block in told.blocks:
        WRITE[type(block)](document, block)
    buffer = BytesIO()
    document.save(buffer)
    return repacked(buffer.getvalue(), made_on=told.made_on)


def _style(document: Any, told: Paper) -> None:
    about = document.core_properties
    about.title, about.author, about.last_modified_by = told.title[:255], told.author[:255], told.author[:255]
    about.language, about.comments, about.revision = "de-DE", "", 1
    about.created = about.modified = told.made_on.replace(tzinfo=None)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(22)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "de-DE")
    _letters(document.styles["Normal"], 10.5, INK)
    for level, (size, colour) in HEADINGS.items():
        _letters(document.styles[f"Heading {level}"], size, colour)
    _letters(document.styles.add_style("Lead", WD_STYLE_TYPE.PARAGRAPH), 13, INK)
    _letters(document.styles.add_style("Small", WD_STYLE_TYPE.PARAGRAPH), 9, SOFT)
    document.styles["Lead"].font.bold = True
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    _foot(section.footer.paragraphs[0], told.foot)


def _letters(style: Any, size: float, colour: RGBColor) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), colour
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        del fonts.attrib[name]  # fonts of the theme would win
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)


def _foot(paragraph: Any, foot: str) -> None:
    paragraph.style = "Small"
    paragraph.add_run(f"{foot} · Seite ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" von ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, name: str) -> None:
    field = _element("w:fldSimple", {"w:instr": name})
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _element(name: str, attributes: dict[str, str]) -> Any:
    element = OxmlElement(name)
    for attribute, value in attributes.items():
        element.set(qn(attribute), value)
    return element


def _heading(document: Any, block: blocks.Heading) -> None:
    heading = document.add_heading(block.text, block.level)
    heading.paragraph_format.page_break_before = block.new_page or None


def _words(document: Any, block: blocks.Words) -> None:
    styles = {"plain": "Normal", "lead": "Lead", "small": "Small", "code": "Small"}
    paragraph = document.add_paragraph(style=styles[block.style])
    if block.lead:
        paragraph.add_run(f"{block.lead} ").bold = True
    paragraph.add_run(block.text)


def _points(document: Any, block: blocks.Points) -> None:
    for text in block.texts:
        document.add_paragraph(text, style="List Bullet")


def _drawing(document: Any, block: blocks.Drawing) -> None:
    scale = min(1, HIGHEST / block.height)
    shape = document.add_picture(BytesIO(block.png), Mm(block.width * scale), Mm(block.height * scale))
    shape._inline.docPr.set("descr", block.alt)


def _grid(document: Any, block: blocks.Grid) -> None:
    rows = [*([block.header] if block.header else []), *block.rows]
    table = document.add_table(len(rows), len(block.widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, block.widths, strict=True):
        column.width = Mm(width)
    table._tbl.tblPr.append(_element("w:tblCaption", {"w:val": block.title}))
    for row, cells in zip(table.rows, rows, strict=True):
        row.height = Mm(14) if block.tall else None
        properties = row._tr.get_or_add_trPr()
        properties.insert(0, _element("w:cantSplit", {}))
        if block.header and cells is block.header:
            properties.append(_element("w:tblHeader", {}))
        for place, (cell, text, width) in enumerate(zip(row.cells, cells, block.widths, strict=True)):
            cell.width = Mm(width)
            space = cell.paragraphs[0].paragraph_format
            space.space_before = space.space_after = Pt(2)
            space.keep_with_next = True if block.tall and cells is not rows[-1] else None  # one page, not torn
            run = cell.paragraphs[0].add_run(text)
            run.bold = (cells is block.header) if block.header else place == 0
    document.add_paragraph(style="Small")  # else the next table would grow together with this one


WRITE: dict[type[Block], Callable[[Any, Any], None]] = {
    blocks.Heading: _heading,
    blocks.Words: _words,
    blocks.Points: _points,
    blocks.Drawing: _drawing,
    blocks.Grid: _grid,
}
