"""Reading which hand-overs there are, and to whom they can go."""

from dataclasses import dataclass
from datetime import date, datetime

from zukunftsparlament.handovers import rules
from zukunftsparlament.kernel.clock import HERE, today
from zukunftsparlament.kernel.sql import Row, Sql

PER_PAGE = 20

BODIES = Sql("SELECT id, name, short FROM body ORDER BY position, id")
HANDED_OVER = Sql(
    "SELECT p.number AS poll, h.number AS handover, b.short AS body FROM handed_decision d "
    "JOIN handover h ON h.id = d.handover JOIN body b ON b.id = h.body JOIN poll p ON p.id = d.poll ORDER BY h.number"
)
ALL = Sql(
    "SELECT * FROM (SELECT h.number, b.short AS body, h.made_at, h.answer_by, "
    "(SELECT count(*) FROM handed_decision d WHERE d.handover = h.id) AS decisions, "
    "(SELECT count(DISTINCT a.decision) FROM answer a JOIN handed_decision d ON d.id = a.decision "
    "WHERE d.handover = h.id) AS answered FROM handover h JOIN body b ON b.id = h.body) given "
    "ORDER BY CASE WHEN answered < decisions THEN 0 ELSE 1 END, "
    "CASE WHEN answered < decisions THEN answer_by END, number DESC LIMIT $1 OFFSET $2"
)
HOW_MANY = Sql("SELECT count(*) FROM handover")


@dataclass(frozen=True, slots=True)
class Body:
    """Where results go. `short` is what forms call it: unlike a row id it may be seen."""

    id: int
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Handed:
    """That a poll was given to a body."""

    poll: int
    handover: int
    body: str


@dataclass(frozen=True, slots=True)
class InList:
    number: int
    body: str
    made_at: datetime
    answer_by: date
    decisions: int
    answered: int
    clock: rules.Clock


async def bodies() -> list[Body]:
    return [Body(**row) for row in await BODIES.rows()]


async def body_called(name: str) -> Body | None:
    """By its short or its whole name."""
    return next((body for body in await bodies() if name in (body.short, body.name)), None)


async def handed_over() -> list[Handed]:
    """Which polls have been given to whom, oldest first."""
    return [Handed(**row) for row in await HANDED_OVER.rows()]


async def handovers(page: int) -> tuple[list[InList], int]:
    """The `page` (from 1) of all hand-overs, the longest overdue first and the answered last, and how many pages."""
    how_many = int(await HOW_MANY.value())
    rows = await ALL.rows(PER_PAGE, PER_PAGE * (page - 1))
    return [_in_list(row) for row in rows], pages(how_many)


def pages(rows: int) -> int:
    return max(-(-rows // PER_PAGE), 1)


def _in_list(row: Row) -> InList:
    """Answered is a hand-over when each of its decisions is; how late each answer was stands with the decision."""
    answered = row["answer_by"] if row["answered"] == row["decisions"] else None
    return InList(**row, clock=rules.clock(row["answer_by"], answered=answered, today=today()))


def local_day(moment: datetime) -> date:
    return moment.astimezone(HERE).date()
