"""The newest public proposals, for feeds: without anybody's name."""

from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel.sql import Sql

AT_MOST = 50
NEWEST = Sql(
    "SELECT number, title, text, reason, topic, released_at, edited_at FROM proposal "
    "WHERE number IS NOT NULL AND removed_at IS NULL ORDER BY number DESC LIMIT $1"
)


@dataclass(frozen=True, slots=True)
class InFeed:
    number: int
    title: str
    text: str
    reason: str
    topic: str
    released_at: datetime
    edited_at: datetime | None


async def newest_in_feed() -> list[InFeed]:
    return [InFeed(**row) for row in await NEWEST.rows(AT_MOST)]
