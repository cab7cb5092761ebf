"""The hand-over as a workbook: an overview, then a sheet for each topic. Call it in a thread.

Nothing in it is ever run: every text is written as a text, whatever it looks like, and no text becomes a link.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from zukunftsparlament.dossiers import texts
from zukunftsparlament.dossiers.repacking import repacked
from zukunftsparlament.dossiers.shape import Handover
from zukunftsparlament.dossiers.sheets import OVERVIEW, TOPIC, Cell, Column, by_topic, fitting, overview_row, topic_row
from zukunftsparlament.dossiers.writable import writable, writable_all

SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CELL = {"font_name": "Arial", "font_size": 10, "valign": "top"}
LONGEST_FOOT = 120  # characters; the format allows 255 with its signs
KEPT = 3  # columns that stay in sight, and on each page
HIGHEST_ROW = 200  # points: a long text is not to push the next decision out of sight


class Book:
    """A workbook that is being filled. Knows whether a □ had to stand for something."""

    def __init__(self, frozen: Handover) -> None:
        self.buffer, self.boxed = BytesIO(), False
        self.file: Any = xlsxwriter.Workbook(self.buffer, SAFE)
        self.plain = self.file.add_format(CELL | {"text_wrap": True, "quote_prefix": True})
        self.number = self.file.add_format(CELL | {"num_format": "0"})
        self.euros = self.file.add_format(CELL | {"num_format": "#,##0.00"})
        self.day = self.file.add_format(CELL | {"num_format": "dd.mm.yyyy", "align": "left"})
        self.head = self.file.add_format(CELL | {"bold": True, "text_wrap": True, "bg_color": "#C6F135", "bottom": 2})
        self.title = self.file.add_format(CELL | {"bold": True, "font_size": 14, "quote_prefix": True})
        self.line = self.file.add_format(CELL | {"quote_prefix": True})
        made_on = texts.made_on(frozen)
        about, _ = writable_all([texts.title(frozen)[:255], texts.from_whom(frozen)[:255]])
        self.file.set_properties({"title": about[0], "author": about[1], "created": made_on.replace(tzinfo=None)})
        self.foot = writable(texts.foot(frozen))[0][:LONGEST_FOOT].replace("&", "&&")

    def said(self, text: str) -> str:
        shown, boxed = writable(text)
        self.boxed |= boxed
        return fitting(shown)

    def write(self, sheet: Any, row: int, place: int, cell: Cell) -> None:
        match cell:
            case int():
                sheet.write_number(row, place, cell, self.number)
            case Decimal():
                sheet.write_number(row, place, float(cell), self.euros)
            case date():
                sheet.write_datetime(row, place, cell, self.day)
            case str() if cell:
                sheet.write_string(row, place, self.said(cell), self.plain)
            case _:
                sheet.write_blank(row, place, None, self.plain)

    def table(
        self, sheet: Any, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, at: int = 0, wide: int = 1
    ) -> None:
        """From the row `at` (0 is the first) on: a header that stays, a filter, and what a printer needs.

        `wide`: pages beside each other on paper."""
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(at, place, column.name, self.head)
        for row, cells in enumerate(rows, start=at + 1):
            sheet.set_row(row, _height(cells, columns))
            for place, cell in enumerate(cells):
                self.write(sheet, row, place, cell)
        last = at + len(rows)
        sheet.autofilter(at, 0, last, len(columns) - 1)
        sheet.freeze_panes(at + 1, KEPT)
        sheet.repeat_rows(at)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(wide, 0)  # as many pages as it takes
        sheet.repeat_columns(0, KEPT - 1)
        sheet.set_margins(left=0.5, right=0.5)
        sheet.set_footer(f"&L&8{_after_a_size(self.foot)}&R&8Seite &P von &N")


def _after_a_size(foot: str) -> str:
    """A digit that follows the size of the letters would be read as part of it."""
    return f" {foot}" if foot[:1].isdigit() else foot


def _height(cells: Sequence[Cell], columns: Sequence[Column]) -> float:
    """Points for the longest text, guessed: programs that open the file do not measure wrapped lines by themselves."""
    lines = 1
    for cell, column in zip(cells, columns, strict=True):
        if isinstance(cell, str):
            lines = max(lines, sum(1 + len(line) // column.width for line in cell.split("\n")[:50]))
    return min(13.5 * lines + 3, HIGHEST_ROW)


def handover_xlsx(frozen: Handover) -> bytes:
    """The same hand-over gives the same bytes."""
    book = Book(frozen)
    overview = book.file.add_worksheet("Übersicht")
    for name, decisions in by_topic(frozen).items():
        rows = [topic_row(decision) for decision in decisions]
        book.table(book.file.add_worksheet(name), TOPIC, rows, wide=3)
    _overview(book, overview, frozen)
    book.file.close()
    return repacked(book.buffer.getvalue(), made_on=texts.made_on(frozen))


def _overview(book: Book, sheet: Any, frozen: Handover) -> None:
    days = f"Übergeben am {texts.day(frozen['made_on'])} · Antwort bis {texts.day(frozen['answer_by'])}"
    sheet.write_string(0, 0, book.said(texts.title(frozen)), book.title)
    sheet.write_string(1, 0, book.said(f"{days} · Aus der Zeit {texts.period(frozen)}"), book.line)
    rows = [overview_row(frozen, decision) for decision in frozen["decisions"]]
    book.table(sheet, OVERVIEW, rows, at=3)
    below = len(rows) + 5
    sheet.write_string(below, 0, f"Prüfsumme (SHA-256): {frozen['sha256']}", book.line)
    if book.boxed:
        sheet.write_string(below + 1, 0, texts.BOX_NOTE, book.line)
