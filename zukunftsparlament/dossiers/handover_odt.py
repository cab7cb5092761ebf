"""The hand-over for LibreOffice and other programs that read OpenDocument. Call it in a thread."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from odf import dc, draw, meta, style, svg, table, text
from odf.element import Element
from odf.namespaces import nsdict
from odf.opendocument import OpenDocumentText

from zukunftsparlament.dossiers import blocks
from zukunftsparlament.dossiers.blocks import Block, Paper
from zukunftsparlament.dossiers.odt_styles import add_styles
from zukunftsparlament.dossiers.outline import paper
from zukunftsparlament.dossiers.repacking import repacked
from zukunftsparlament.dossiers.shape import Handover

HIGHEST = 200  # millimetres of a drawing; a page has 250
# odfpy writes into each file the namespaces it has met since the process began. So that the first document is
# like the hundredth, it has met them all before.
Element.namespaces.update(nsdict)


def handover_odt(frozen: Handover) -> bytes:
    """The same hand-over gives the same bytes."""
    told = paper(frozen)
    document = OpenDocumentText()
    _about(document, told)
    add_styles(document, told.foot)
    for place, block in enumerate(told.blocks):
        WRITE[type(block)](document, block, place)
    buffer = BytesIO()
    document.save(buffer)
    return repacked(buffer.getvalue(), made_on=told.made_on)


def _about(document: Any, told: Paper) -> None:
    moment = told.made_on.replace(tzinfo=None).isoformat()
    for found in [found for found in document.meta.childNodes if found.qname[1] in ("creation-date", "date")]:
        document.meta.removeChild(found)
    document.meta.addElement(dc.Title(text=told.title))
    document.meta.addElement(dc.Language(text="de-DE"))
    document.meta.addElement(dc.Creator(text=told.author))
    document.meta.addElement(meta.InitialCreator(text=told.author))
    document.meta.addElement(meta.CreationDate(text=moment))
    document.meta.addElement(dc.Date(text=moment))


def _lines(paragraph: Any, words: str) -> None:
    for place, line in enumerate(words.split("\n")):
        if place:
            paragraph.addElement(text.LineBreak())
        paragraph.addText(line)


def _heading(document: Any, block: blocks.Heading, place: int) -> None:
    name = f"Heading{block.level}" + ("Page" if block.new_page else "")
    heading = text.H(outlinelevel=block.level, stylename=name)
    _lines(heading, block.text)
    document.text.addElement(heading)


def _words(document: Any, block: blocks.Words, place: int) -> None:
    paragraph = text.P(stylename=block.style)
    if block.lead:
        paragraph.addElement(text.Span(stylename="bold", text=f"{block.lead} "))
    _lines(paragraph, block.text)
    document.text.addElement(paragraph)


def _points(document: Any, block: blocks.Points, place: int) -> None:
    points = text.List()
    for told in block.texts:
        point, paragraph = text.ListItem(), text.P(stylename="point")
        _lines(paragraph, told)
        point.addElement(paragraph)
        points.addElement(point)
    document.text.addElement(points)


def _drawing(document: Any, block: blocks.Drawing, place: int) -> None:
    scale = min(1, HIGHEST / block.height)
    size = {"width": f"{block.width * scale:.1f}mm", "height": f"{block.height * scale:.1f}mm"}
    frame = draw.Frame(name=f"Ergebnis {place}", anchortype="as-char", **size)
    name = document.addPicture(f"Pictures/{place}.png", "image/png", block.png)
    frame.addElement(draw.Image(href=name))
    frame.addElement(svg.Title(text="Ergebnis"))
    frame.addElement(svg.Desc(text=block.alt))
    paragraph = text.P(stylename="plain")
    paragraph.addElement(frame)
    document.text.addElement(paragraph)


def _grid(document: Any, block: blocks.Grid, place: int) -> None:
    grid = table.Table(name=f"Tabelle {place}", stylename="wholeGrid" if block.tall else "grid")
    grid.addElement(table.Title(text=block.title))
    for column, width in enumerate(block.widths):
        wide = style.Style(name=f"t{place}c{column}", family="table-column")
        wide.addElement(style.TableColumnProperties(columnwidth=f"{width}mm"))
        document.automaticstyles.addElement(wide)
        grid.addElement(table.TableColumn(stylename=wide))
    if block.header:
        repeated = table.TableHeaderRows()
        repeated.addElement(_row(block.header, ["cellHead"] * len(block.header), "row"))
        grid.addElement(repeated)
    first = "cell" if block.header else "cellHead"
    for cells in block.rows:
        grid.addElement(_row(cells, [first] + ["cell"] * (len(cells) - 1), "tallRow" if block.tall else "row"))
    document.text.addElement(grid)


def _row(cells: Any, styles: list[str], row_style: str) -> Any:
    row = table.TableRow(stylename=row_style)
    for told, name in zip(cells, styles, strict=True):
        cell, paragraph = table.TableCell(stylename="gridCell", valuetype="string"), text.P(stylename=name)
        _lines(paragraph, told)
        cell.addElement(paragraph)
        row.addElement(cell)
    return row


WRITE: dict[type[Block], Callable[[Any, Any, int], None]] = {
    blocks.Heading: _heading,
    blocks.Words: _words,
    blocks.Points: _points,
    blocks.Drawing: _drawing,
    blocks.Grid: _grid,
}
