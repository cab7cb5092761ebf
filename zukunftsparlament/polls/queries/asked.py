"""What was asked about a poll: for a secret vote, and what its question means."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.polls.rules import shown_unclear

HAS_ASKED = Sql("SELECT 1 FROM secret_wish WHERE poll = $1 AND member = $2")
# Words about a proposal that is removed may hold what it was removed for: they are not shown either.
WORDS = (
    "e.unclear, CASE WHEN v.removed_at IS NULL THEN e.text ELSE '' END AS text, "
    "CASE WHEN v.removed_at IS NULL THEN e.earlier ELSE '[]' END AS earlier, e.written_at"
)
POLL_AND_WORDS = "poll p LEFT JOIN poll_explanation e ON e.poll = p.id LEFT JOIN proposal v ON v.id = p.proposal"
EXPLANATION = Sql(f"SELECT {WORDS} FROM {POLL_AND_WORDS} WHERE p.id = $1")  # noqa: S608


@dataclass(frozen=True, slots=True)
class Told:
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Explanation:
    """`unclear`: how many did not understand the question, as far as it may be shown; 0 is nothing.

    `earlier`: what stood there before, the oldest first. Somebody may have voted under it.
    """

    unclear: int = 0
    text: str = ""
    written_at: Any = None
    earlier: tuple[Told, ...] = ()


async def has_asked_for_secret(poll_id: int, member: int) -> bool:
    """Only for the one who asks."""
    return await HAS_ASKED.row(poll_id, member) is not None


async def explanation_of(poll_id: int) -> Explanation:
    row = await EXPLANATION.row(poll_id)
    return explanation_in(row) if row else Explanation()


def explanation_in(row: Row) -> Explanation:
    if row["unclear"] is None:  # nobody has asked, nobody has explained
        return Explanation()
    earlier = tuple(Told(one["text"], datetime.fromisoformat(one["at"])) for one in json.loads(row["earlier"]))
    return Explanation(shown_unclear(row["unclear"]), row["text"], row["written_at"], earlier)
