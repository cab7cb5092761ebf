"""The first rows of a real installation: where it stands, its schools and its seats."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql

MUNICIPALITY = Sql("INSERT INTO municipality (name, parliament, contact) VALUES ($1, $2, $3)")
SCHOOL = Sql("INSERT INTO school (name, short, kind) VALUES ($1, $2, $3) RETURNING id")
SEAT = Sql("INSERT INTO seat (number, school, place) VALUES ($1, $2, $3)")

KINDS = {"Grundschule": "primary", "Förderschule": "special", "weiterführend": "secondary"}


@dataclass(frozen=True)
class School:
    name: str
    short: str
    kind: str
    seats: int


@dataclass(frozen=True)
class Contact:
    """The youth office, as it stands on cards and help pages."""

    name: str
    place: str = ""
    phone: str = ""
    email: str = ""


def read_school(line: str) -> School:
    """`Name;Kurzname;Grundschule|Förderschule|weiterführend;Sitze`. Raises ValueError for anything else."""
    name, short, kind, seats = (part.strip() for part in line.split(";"))
    if not name or len(name) > 100 or not short or len(short) > 30 or kind not in KINDS or not 0 <= int(seats) <= 20:
        raise ValueError(line)
    return School(name, short, KINDS[kind], int(seats))


async def found(
    municipality: str, *, parliament: str, contact: Contact, schools: Sequence[School], at_large: int
) -> None:
    """`at_large`: seats for those who live here and learn elsewhere; they come last."""
    async with writing():
        await MUNICIPALITY.rows(municipality, parliament, json.dumps(vars(contact), ensure_ascii=False))
        places: list[tuple[int | None, int]] = []
        for school in schools:
            row = await SCHOOL.value(school.name, school.short, school.kind)
            places += [(row, place) for place in range(1, school.seats + 1)]
        places += [(None, place) for place in range(1, at_large + 1)]
        for number, (row, place) in enumerate(places, start=1):
            await SEAT.rows(number, row, place)
        await record(actor="system", verb="found", subject_kind="municipality", subject_number=None, seats=len(places))
