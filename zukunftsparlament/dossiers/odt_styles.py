"""How an OpenDocument hand-over looks."""

from typing import Any

from odf import style, text

INK, VIOLET, SOFT, LINE = "#1B1230", "#43189F", "#4A4763", "#8A84A3"
# name: size in points, colour, weight, millimetres above and below
STYLES = {
    "Heading1": (24, INK, "bold", 0, 3),
    "Heading2": (16, INK, "bold", 5, 3),
    "Heading2Page": (16, INK, "bold", 0, 4),
    "Heading3": (12, VIOLET, "bold", 3.5, 1.5),
    "plain": (10.5, INK, "normal", 0, 2),
    "lead": (13, INK, "bold", 0, 3),
    "small": (9, SOFT, "normal", 0, 2),
    "point": (10.5, INK, "normal", 0, 1),
    "cell": (10.5, INK, "normal", 0, 0),
    "cellHead": (10.5, INK, "bold", 0, 0),
}


def add_styles(document: Any, foot: str) -> None:
    """The look of everything, and the page with `foot` and its number below."""
    usual = style.DefaultStyle(family="paragraph")
    usual.addElement(style.TextProperties(fontfamily="Arial", language="de", country="DE"))
    document.styles.addElement(usual)
    for name, (size, colour, weight, above, below) in STYLES.items():
        made = style.Style(name=name, family="paragraph", defaultoutlinelevel=name[7:8] or None)
        page = {"breakbefore": "page"} if name.endswith("Page") else {}
        keep = {"keepwithnext": "always"} if name.startswith("Heading") else {}
        made.addElement(
            style.ParagraphProperties(
                margintop=f"{above}mm", marginbottom=f"{below}mm", lineheight="118%", **page, **keep
            )
        )
        made.addElement(style.TextProperties(fontsize=f"{size}pt", color=colour, fontweight=weight, fontfamily="Arial"))
        document.styles.addElement(made)
    bold = style.Style(name="bold", family="text")
    bold.addElement(style.TextProperties(fontweight="bold"))
    document.automaticstyles.addElement(bold)
    cell = style.Style(name="gridCell", family="table-cell")
    cell.addElement(style.TableCellProperties(border=f"0.5pt solid {LINE}", padding="1mm"))
    document.automaticstyles.addElement(cell)
    for name, height in (("row", {}), ("tallRow", {"minrowheight": "14mm"})):
        row = style.Style(name=name, family="table-row")
        row.addElement(style.TableRowProperties(keeptogether="always", **height))
        document.automaticstyles.addElement(row)
    for name, breaks in (("grid", "true"), ("wholeGrid", "false")):  # what is filled in by hand stays on one page
        grid = style.Style(name=name, family="table")
        look = {"width": "166mm", "align": "left", "marginbottom": "3mm"}
        grid.addElement(style.TableProperties(maybreakbetweenrows=breaks, **look))
        document.automaticstyles.addElement(grid)
    _page(document, foot)


def _page(document: Any, foot: str) -> None:
    layout = style.PageLayout(name="sheet")
    layout.addElement(style.PageLayoutProperties(pagewidth="210mm", pageheight="297mm", margin="22mm"))
    layout.addElement(style.FooterStyle())
    document.automaticstyles.addElement(layout)
    master = style.MasterPage(name="Standard", pagelayoutname="sheet")
    line = text.P(stylename="small")
    line.addText(f"{foot} · Seite ")
    line.addElement(text.PageNumber(selectpage="current"))
    line.addText(" von ")
    line.addElement(text.PageCount())
    footer = style.Footer()
    footer.addElement(line)
    master.addElement(footer)
    document.masterstyles.addElement(master)
