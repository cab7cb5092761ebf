"""The newest answers, for feeds."""

from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.handovers.queries.outcomes import FROM_DECISIONS, title_in
from zukunftsparlament.kernel.sql import Sql

AT_MOST = 50
# Not to a poll that was voided, nor about words that were removed.
ANSWERS = Sql(
    f"{FROM_DECISIONS} WHERE a.id IS NOT NULL AND p.voided_at IS NULL AND (r.id IS NULL OR r.removed_at IS NULL) "
    "ORDER BY a.id DESC LIMIT $1"
)


@dataclass(frozen=True, slots=True)
class AnswerInFeed:
    """The newest answer to one decision. `proposal`: its number, None for a question without one."""

    handover: int
    number: int
    proposal: int | None
    title: str
    body: str
    answer: str
    reason: str
    first_at: datetime
    given_at: datetime


async def answers_in_feed() -> list[AnswerInFeed]:
    return [
        AnswerInFeed(
            title=title_in(row),
            **{name: row[name] for name in ("handover", "number", "proposal", "body", "answer", "reason")},
            first_at=row["first_at"],
            given_at=row["given_at"],
        )
        for row in await ANSWERS.rows(AT_MOST)
    ]
