"""What sittings leave to be done: questions without an answer, minutes that nobody has confirmed. In one statement."""

# ruff: noqa: S608  put together from constants only

import json
from dataclasses import dataclass
from datetime import date, datetime

from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.minutes.queries.versions import local_day
from zukunftsparlament.minutes.rules import deadline
from zukunftsparlament.procedure.rules import read_rule_set
from zukunftsparlament.sittings.queries.questions import HOW_MANY_TO_DO

WAITING = (
    "SELECT s.number, s.title, s.closed_at, r.content AS rules FROM sitting s JOIN rule_set r ON r.id = s.rule_set "
    "WHERE s.closed_at IS NOT NULL AND s.kind <> 'rehearsal' "
    "AND NOT EXISTS (SELECT 1 FROM minutes m WHERE m.sitting = s.id AND m.public_at IS NOT NULL)"
)
LEFT_OVER = Sql(
    f"SELECT q.questions, w.number, w.title, w.closed_at, w.rules FROM ({HOW_MANY_TO_DO}) q "
    f"LEFT JOIN ({WAITING}) w ON 1 = 1 ORDER BY w.closed_at, w.number"
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A sitting whose minutes are not public yet. `due_on`: the last day on which they are in time."""

    number: int
    title: str
    closed_at: datetime
    due_on: date


@dataclass(frozen=True, slots=True)
class LeftOver:
    """`questions`: to be read or answered. `minutes`: the oldest first."""

    questions: int
    minutes: tuple[Waiting, ...]

    def late(self, today: date) -> int:
        return sum(one.due_on < today for one in self.minutes)


async def left_over() -> LeftOver:
    rows = await LEFT_OVER.rows()
    return LeftOver(rows[0]["questions"], tuple(_waiting(row) for row in rows if row["number"] is not None))


def _waiting(row: Row) -> Waiting:
    rule = read_rule_set(json.loads(row["rules"])).minutes
    due = deadline(rule, closed_on=local_day(row["closed_at"]))
    return Waiting(row["number"], row["title"], row["closed_at"], due)
