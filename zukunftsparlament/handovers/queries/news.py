"""What became of what was decided, between two sittings: for the item with which the next one opens."""

# ruff: noqa: S608  put together from constants of this room only

from dataclasses import dataclass
from datetime import date, datetime

from zukunftsparlament.handovers.queries.handed import local_day
from zukunftsparlament.handovers.queries.outcomes import CHOSEN, title_in
from zukunftsparlament.kernel.sql import Row, Sql

AT_MOST = 60
# As it stood at a moment: later answers do not change what a sitting has heard.
HANDED = Sql(
    "SELECT h.number AS handover, d.number, b.short AS body, h.made_at, h.answer_by, p.question, p.options, "
    f"{CHOSEN} AS choice, r.number AS proposal, r.title, a.answer, a.given_at, a.next_date, x.done_on, x.entered_at "
    "FROM handed_decision d JOIN handover h ON h.id = d.handover JOIN body b ON b.id = h.body "
    "JOIN poll p ON p.id = d.poll LEFT JOIN proposal r ON r.id = d.proposal "
    "LEFT JOIN answer a ON a.id = (SELECT max(y.id) FROM answer y WHERE y.decision = d.id AND y.given_at <= $1) "
    "LEFT JOIN decision_done x ON x.id = "
    "(SELECT max(y.id) FROM decision_done y WHERE y.decision = d.id AND y.entered_at <= $2) "
    "WHERE p.voided_at IS NULL AND h.made_at <= $3 "
    "AND (a.id IS NULL OR h.made_at > $4 OR a.given_at > $5 OR x.entered_at > $6) "
    "ORDER BY h.number DESC, d.number LIMIT $7"
)
WAITING = Sql(
    "SELECT p.number AS proposal, p.title, s.at FROM proposal_step s JOIN proposal p ON p.id = s.proposal "
    "WHERE s.stage = 'accepted' AND s.at <= $1 AND p.number IS NOT NULL AND NOT EXISTS ("
    "SELECT 1 FROM proposal_step t WHERE t.proposal = s.proposal AND t.id > s.id AND t.at <= $2 "
    "AND t.stage IN ('handed_over', 'answered', 'done', 'in_vote', 'poll_void', 'rejected', 'tied', 'accepted')) "
    "ORDER BY s.at DESC LIMIT $3"
)


@dataclass(frozen=True, slots=True)
class News:
    """One accepted idea. `state`: accepted, waiting, answered, done. `answer`: the code of the newest reply.

    `proposal`: its number, None for a question without one. `last_on`: the day of the newest thing that happened.
    """

    title: str
    proposal: int | None
    state: str
    body: str
    answer: str
    answer_by: date | None
    next_date: date | None
    last_on: date


async def news_between(since: datetime, until: datetime) -> list[News]:
    """What is new since then, and whatever still waits for somebody, as it stood at `until`. Two statements."""
    handed = await HANDED.rows(until, until, until, since, since, since, AT_MOST)
    waiting = await WAITING.rows(until, until, AT_MOST)
    return [_handed(row) for row in handed] + [_accepted(row) for row in waiting]


def _handed(row: Row) -> News:
    state = "done" if row["done_on"] else "answered" if row["answer"] else "waiting"
    moments = [row[name] for name in ("made_at", "given_at", "entered_at") if row[name]]
    return News(
        title=title_in(row),
        proposal=row["proposal"],
        state=state,
        body=row["body"],
        answer=row["answer"] or "",
        answer_by=row["answer_by"],
        next_date=row["next_date"],
        last_on=max(local_day(moment) for moment in moments),
    )


def _accepted(row: Row) -> News:
    return News(row["title"], row["proposal"], "accepted", "", "", None, None, local_day(row["at"]))
