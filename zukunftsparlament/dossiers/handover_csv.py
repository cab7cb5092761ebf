"""The hand-over for spreadsheets: one decision a row. What a spreadsheet would run as a formula gets a ' in front."""

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from zukunftsparlament.dossiers import texts
from zukunftsparlament.dossiers.results import result_rows
from zukunftsparlament.dossiers.several import COLUMNS, in_german, several_cells
from zukunftsparlament.dossiers.shape import Decision, Handover

HEADERS = (
    "Übergabe", "An", "Übergeben am", "Antwort bis", "Zeitraum von", "Zeitraum bis",
    "Nr.", "Vorschlag", "Titel", "Text", "Dafür", "Dagegen", "Ja heißt", "Nein heißt",
    "Verbindlichkeit", "Art", "Abstimmung", "Ja", "Nein", "Enthaltung", "Stimmen je Möglichkeit",
    "Stimmberechtigt", "Abgestimmt", "Regel", "Ergebnis",
    "Antwort", "Begründung", "Nächster Termin", "Beantwortet am", "Prüfsumme", "Thema",
    *COLUMNS,
)  # fmt: skip
LONGEST_CELL = 32_000  # characters; Excel spills what goes beyond 32,767 into the next rows
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
Cell = str | int


def handover_csv(frozen: Handover) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(HEADERS)
    for decision in frozen["decisions"]:
        writer.writerow([harmless(cell) for cell in _row(frozen, decision)])
    return b"\xef\xbb\xbf" + file.getvalue().encode("utf-8", errors="replace")


def _row(frozen: Handover, decision: Decision) -> list[Cell]:
    answer = decision["answer"]
    return [
        *(frozen["number"], frozen["body"], frozen["made_on"], frozen["answer_by"]),
        *(frozen["period"]["from"], frozen["period"]["to"]),
        *(decision["number"], decision["proposal"] or "", decision["title"], decision["text"]),
        *("\n".join(decision["for"]), "\n".join(decision["against"])),
        *(decision["yes_means"], decision["no_means"], texts.weight(decision)),
        *(texts.KINDS[decision["kind"]], texts.SECRECIES[decision["secrecy"]], *_votes(decision)),
        *(decision["electorate_size"], decision["turnout"], decision["rule"], texts.outcome(decision)),
        *((texts.ANSWERS[answer["answer"]], answer["reason"]) if answer else ("", "")),
        *((answer["next_date"] or "", answer["answered_on"]) if answer else ("", "")),
        *(frozen["sha256"], texts.topic(decision)),
        *(in_german(cell) if isinstance(cell, Decimal) else cell or "" for cell in several_cells(decision)),
    ]


def _votes(decision: Decision) -> Sequence[Cell]:
    rows = result_rows(decision)
    if decision["kind"] == "yes_no_abstain":
        return [row.count for row in rows[:3]] + [""]
    return ["", "", "", "\n".join(f"{row.label}: {row.count}" for row in rows)]


def harmless(cell: Cell) -> Cell:
    """A number stays one. A text loses control characters and can no longer be read as a formula.

    Spreadsheets look past leading white space, and some read the wide signs of East Asian keyboards (`＝`).
    """
    if isinstance(cell, int):
        return cell
    text = _CONTROLS.sub("", cell.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > LONGEST_CELL:
        text = text[:LONGEST_CELL] + " … (gekürzt; ganz im PDF)"
    return f"'{text}" if _starts_like_a_formula(text) or text[:1] in ("\t", "\n") else text


def _starts_like_a_formula(text: str) -> bool:
    visible = (sign for sign in text if not sign.isspace() and unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFKC", next(visible, ""))[:1] in tuple("=+-@|%")
