"""What the spreadsheet of a hand-over holds: one row for each decision, a sheet for each topic."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from zukunftsparlament.dossiers import texts
from zukunftsparlament.dossiers.results import result_rows, tally
from zukunftsparlament.dossiers.several import COLUMNS, several_cells
from zukunftsparlament.dossiers.shape import Decision, Handover
from zukunftsparlament.dossiers.writable import writable

LONGEST_NAME = 31  # UTF-16 units, as all spreadsheets share it
LONGEST_CELL = 32_000  # UTF-16 units; a file with more than 32,767 in a cell is called broken
CUT = " … (gekürzt; ganz im PDF)"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
Cell = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    width: int  # characters of the usual font


OVERVIEW = (
    Column("Nr.", 6), Column("Thema", 16), Column("Entscheidung", 48), Column("Verbindlichkeit", 20),
    Column("Stimmen", 16), Column("Ergebnis", 30), Column("Antwort", 18), Column("Antwort bis", 13),
    Column("Nächster Termin", 13),
)  # fmt: skip
TOPIC = (
    Column("Nr.", 6), Column("Vorschlag", 10), Column("Titel", 36), Column("Text", 60), Column("Dafür", 40),
    Column("Dagegen", 40), Column("Ja heißt", 30), Column("Nein heißt", 30), Column("Verbindlichkeit", 20),
    Column("Art", 24), Column("Abstimmung", 12), Column("Ja", 8), Column("Nein", 8), Column("Enthaltung", 12),
    Column("Stimmen je Möglichkeit", 36), Column("Stimmberechtigt", 16), Column("Abgestimmt", 12),
    Column("Regel", 40), Column("Ergebnis", 30), Column("Antwort", 18), Column("Begründung", 50),
    Column("Nächster Termin", 13), Column("Beantwortet am", 13),
    *(Column(name, width) for name, width in zip(COLUMNS, (30, 60, 13, 13, 13, 30), strict=True)),
)  # fmt: skip


def by_topic(frozen: Handover) -> dict[str, list[Decision]]:
    """The decisions under the names of their sheets, in the order in which the topics come up."""
    found: dict[str, list[Decision]] = {}
    for decision in frozen["decisions"]:
        found.setdefault(writable(texts.topic(decision))[0], []).append(decision)
    names = sheet_names(found, taken=["Übersicht"])
    return dict(zip(names, found.values(), strict=True))


def sheet_names(wished: Iterable[str], *, taken: Sequence[str] = ()) -> list[str]:
    """Names that every spreadsheet takes: not too long, no forbidden sign, none twice, whatever the case."""
    found: list[str] = []
    for wish in wished:
        plain = " ".join(_FORBIDDEN.sub(" ", wish).split()).strip("' ")
        plain = first_units(plain, LONGEST_NAME).strip("' ") or "Blatt"
        name, number = plain, 1
        while name.casefold() in {known.casefold() for known in (*taken, *found, "History")}:
            number += 1
            name = f"{first_units(plain, LONGEST_NAME - len(str(number)) - 1).rstrip()} {number}"
        found.append(name)
    return found


def overview_row(frozen: Handover, decision: Decision) -> list[Cell]:
    answer = decision["answer"]
    return [
        *(decision["number"], texts.topic(decision), texts.titled(decision["title"]), texts.weight(decision)),
        *(tally(decision), texts.outcome_in_short(decision)),
        texts.ANSWERS[answer["answer"]] if answer else "offen",
        as_date(frozen["answer_by"]),
        as_date(answer["next_date"]) if answer else None,
    ]


def topic_row(decision: Decision) -> list[Cell]:
    answer = decision["answer"]
    said = [texts.ANSWERS[answer["answer"]], answer["reason"]] if answer else ["", ""]
    days = [as_date(answer["next_date"]), as_date(answer["answered_on"])] if answer else [None, None]
    return [
        *(decision["number"], decision["proposal"], decision["title"], decision["text"]),
        *("\n".join(decision["for"]), "\n".join(decision["against"]), decision["yes_means"], decision["no_means"]),
        *(texts.weight(decision), texts.KINDS[decision["kind"]], texts.SECRECIES[decision["secrecy"]]),
        *_votes(decision),
        *(decision["electorate_size"], decision["turnout"], decision["rule"], texts.outcome(decision)),
        *said,
        *days,
        *several_cells(decision),
    ]


def _votes(decision: Decision) -> list[Cell]:
    rows = result_rows(decision)
    if decision["kind"] == "yes_no_abstain":
        return [*(row.count for row in rows[:3]), ""]
    return [None, None, None, "\n".join(f"{row.label}: {row.count}" for row in rows)]


def as_date(iso: str | None) -> Cell:
    """A text that is no date stays a text: the export must not fail."""
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return iso


def fitting(text: str) -> str:
    """As much of it as a cell can hold."""
    cut = first_units(text, LONGEST_CELL)
    return cut if cut == text else cut + CUT


def first_units(text: str, units: int) -> str:
    """The first UTF-16 units of it, as spreadsheets count: emoji are two."""
    return text.encode("utf-16-le", errors="replace")[: 2 * units].decode("utf-16-le", errors="ignore")
