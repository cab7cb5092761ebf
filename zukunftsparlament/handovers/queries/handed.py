"""Reading hand-overs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from zukunftsparlament.handovers import rules
from zukunftsparlament.handovers.freezing import Frozen, Given, whole
from zukunftsparlament.kernel.clock import HERE, today
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Row, Sql

PER_PAGE = 20

BODIES = Sql("SELECT id, name, short FROM body ORDER BY position, id")
HANDED_OVER = Sql(
    "SELECT p.number AS poll, h.number AS handover, b.short AS body FROM handed_decision d "
    "JOIN handover h ON h.id = d.handover JOIN body b ON b.id = h.body JOIN poll p ON p.id = d.poll ORDER BY h.number"
)
HANDOVER = Sql(
    "SELECT h.id, h.number, b.short AS body, h.made_at, h.made_by, h.answer_by, h.frozen, h.sha256 "
    "FROM handover h JOIN body b ON b.id = h.body WHERE h.number = $1"
)
ANSWERS = Sql(
    "SELECT d.number, a.answer, a.reason, a.next_date, a.given_at FROM answer a "
    "JOIN handed_decision d ON d.id = a.decision WHERE d.handover = $1 ORDER BY a.id"
)
VOIDED = Sql(
    "SELECT d.number FROM handed_decision d JOIN poll p ON p.id = d.poll "
    "WHERE d.handover = $1 AND p.voided_at IS NOT NULL ORDER BY d.number"
)
DECISION = Sql(
    "SELECT d.id, d.proposal, b.short AS body FROM handed_decision d JOIN handover h ON h.id = d.handover "
    "JOIN body b ON b.id = h.body WHERE h.number = $1 AND d.number = $2"
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


@dataclass(frozen=True, slots=True)
class Handover:
    """`frozen`: as the documents need it, with fingerprint and newest answers. `clocks` by number of the decision.

    `voided`: the numbers of the decisions whose poll was voided after it had been handed over.
    `made_by`: the name of the account, without the `office:` of the journal.
    """

    number: int
    body: str
    made_at: datetime
    made_by: str
    answer_by: date
    frozen: Frozen
    clocks: Mapping[int, rules.Clock]
    voided: Sequence[int]


@dataclass(frozen=True, slots=True)
class DecisionRef:
    """Row ids of a decision and of the proposal behind it, for those who write."""

    id: int
    proposal: int | None
    body: str


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


async def handover(number: int) -> Handover:
    """Raises Missing for a number that nobody has."""
    row = await HANDOVER.row(number)
    if row is None:
        raise Missing
    answers = await ANSWERS.rows(row["id"])
    frozen = whole(row["frozen"], row["sha256"], {answer["number"]: _given(answer) for answer in answers})
    return Handover(
        number=number,
        body=row["body"],
        made_at=row["made_at"],
        made_by=row["made_by"].partition(":")[2],
        answer_by=row["answer_by"],
        frozen=frozen,
        clocks=_clocks(row["answer_by"], [decision["number"] for decision in frozen["decisions"]], answers),
        voided=[voided["number"] for voided in await VOIDED.rows(row["id"])],
    )


async def decision(handover: int, number: int) -> DecisionRef:
    """Raises Missing."""
    row = await DECISION.row(handover, number)
    if row is None:
        raise Missing
    return DecisionRef(**row)


def _given(row: Row) -> Given:
    return Given(row["answer"], row["reason"], row["next_date"], local_day(row["given_at"]))


def _clocks(answer_by: date, decisions: Sequence[int], answers: Sequence[Row]) -> dict[int, rules.Clock]:
    first = {row["number"]: local_day(row["given_at"]) for row in reversed(answers)}  # the oldest is written last
    return {number: rules.clock(answer_by, answered=first.get(number), today=today()) for number in decisions}


def local_day(moment: datetime) -> date:
    return moment.astimezone(HERE).date()
