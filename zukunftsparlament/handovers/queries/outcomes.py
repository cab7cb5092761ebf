"""What became of what was handed over: one row for each decision, with its clock."""

# ruff: noqa: S608  put together from constants of this room only

import json
from dataclasses import dataclass
from datetime import date

from zukunftsparlament.handovers import rules
from zukunftsparlament.handovers.freezing import DoneFact
from zukunftsparlament.handovers.queries.funnel import BINDING, STAGES, Funnel
from zukunftsparlament.handovers.queries.handed import local_day
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Row, Sql

CHOSEN = "CASE WHEN r.removed_at IS NULL THEN d.choice ELSE '' END"  # options are words about it
FROM_DECISIONS = (
    "SELECT h.number AS handover, d.number, b.short AS body, h.made_at, h.answer_by, p.question, p.options, "
    f"p.number AS poll, p.voided_at, {CHOSEN} AS choice, "
    "r.number AS proposal, r.title, r.topic, a.answer, a.reason, a.next_date, a.given_at, "
    "f.given_at AS first_at, x.done_on, x.words AS done_words "
    "FROM handed_decision d JOIN handover h ON h.id = d.handover JOIN body b ON b.id = h.body "
    "JOIN poll p ON p.id = d.poll LEFT JOIN proposal r ON r.id = d.proposal "
    "LEFT JOIN answer a ON a.id = (SELECT max(y.id) FROM answer y WHERE y.decision = d.id) "
    "LEFT JOIN answer f ON f.id = (SELECT min(y.id) FROM answer y WHERE y.decision = d.id) "
    "LEFT JOIN decision_done x ON x.id = (SELECT max(y.id) FROM decision_done y WHERE y.decision = d.id) "
)
# Unanswered before answered; of those the longest overdue first, of these the newest answer first.
ORDER = (
    "ORDER BY CASE WHEN a.id IS NULL THEN 0 ELSE 1 END, CASE WHEN a.id IS NULL THEN h.answer_by END, "
    "a.given_at DESC, h.number DESC, d.number "
)
OF_HANDOVER = Sql(f"{FROM_DECISIONS} WHERE h.number = $1 ORDER BY d.number")
OPEN = Sql(f"{FROM_DECISIONS} WHERE a.id IS NULL AND p.voided_at IS NULL {ORDER}")
COUNTS = Sql(
    f"SELECT {STAGES}, count(*) AS decisions, count(CASE WHEN waits = 1 THEN 1 END) AS open, "
    "count(CASE WHEN waits = 1 AND answer_by < $3 THEN 1 END) AS overdue FROM ("
    "SELECT h.answer_by, CASE WHEN p.voided_at IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM answer a WHERE a.decision = d.id) THEN 1 ELSE 0 END AS waits "
    "FROM handed_decision d JOIN handover h ON h.id = d.handover JOIN poll p ON p.id = d.poll) counted"
)


@dataclass(frozen=True, slots=True)
class Reply:
    answer: str
    reason: str
    next_date: date | None
    given_on: date


@dataclass(frozen=True, slots=True)
class Outcome:
    """One decision in other hands. `proposal`: its number, None for a question without one. `topic` is
    empty then. `reply`: the newest.

    `is_void`: the poll was voided after it had been handed over; nobody has to answer any more.
    """

    handover: int
    number: int
    title: str
    proposal: int | None
    body: str
    made_on: date
    answer_by: date
    reply: Reply | None
    clock: rules.Clock
    poll: int
    topic: str
    is_void: bool
    done: DoneFact | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many decisions were handed over, how many wait for an answer, how many of these too long.

    Nobody waits for an answer to a poll that was voided.
    """

    decisions: int
    open: int
    overdue: int
    funnel: Funnel


async def outcomes_of(handover: int) -> list[Outcome]:
    """What became of one hand-over, in its order. Raises Missing."""
    if found := [outcome_in(row) for row in await OF_HANDOVER.rows(handover)]:
        return found
    raise Missing


async def open_answers() -> list[Outcome]:
    """What waits for an answer, the longest overdue first."""
    return [outcome_in(row) for row in await OPEN.rows()]


async def counts() -> Counts:
    row = await COUNTS.row(*BINDING, today()) or {}
    ours = {name: row[name] for name in ("decisions", "open", "overdue")}
    return Counts(**ours, funnel=Funnel(**{name: row[name] for name in row if name not in ours}))


def outcome_in(row: Row) -> Outcome:
    first = local_day(row["first_at"]) if row["first_at"] else None
    return Outcome(
        handover=row["handover"],
        number=row["number"],
        title=title_in(row),
        proposal=row["proposal"],
        body=row["body"],
        made_on=local_day(row["made_at"]),
        answer_by=row["answer_by"],
        reply=_reply(row) if row["answer"] else None,
        clock=rules.clock(row["answer_by"], answered=first, today=today()),
        poll=row["poll"],
        topic=row["topic"] or "",
        is_void=row["voided_at"] is not None,
        done=DoneFact(row["done_on"], row["done_words"]) if row["done_on"] else None,
    )


def called(title: str, label: str) -> str:
    """What was asked, and what of it was chosen."""
    return f"{title} – {label}"


def title_in(row: Row) -> str:
    """What was asked; where something was chosen, that too."""
    title = str(row["title"] or row["question"])
    return called(title, json.loads(row["options"])[int(row["choice"]) - 1]) if row["choice"] else title


def _reply(row: Row) -> Reply:
    return Reply(row["answer"], row["reason"], row["next_date"], local_day(row["given_at"]))
