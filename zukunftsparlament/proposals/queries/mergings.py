"""The offer to put one proposal into another."""

from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql

_FROM = (
    "FROM merging g JOIN proposal s ON s.id = g.source JOIN proposal t ON t.id = g.target "
    "WHERE g.token = $1 AND s.removed_at IS NULL AND t.removed_at IS NULL"
)
BY_TOKEN = Sql(
    "SELECT g.id, g.token, g.words, g.made_by, g.made_at, g.ends_at, g.source_yes_at, g.target_yes_at, g.ended_at, "
    "g.outcome, s.id AS source_id, s.number AS source, s.title AS source_title, s.text AS source_text, "
    f"t.id AS target_id, t.number AS target, t.title AS target_title, t.text AS target_text {_FROM}"
)
LOCK = Sql("SELECT id FROM merging WHERE id = $1 {for_update}")


@dataclass(frozen=True, slots=True)
class Merging:
    id: int
    token: str
    words: str
    made_by: str
    made_at: datetime
    ends_at: datetime
    source_yes_at: datetime | None
    target_yes_at: datetime | None
    ended_at: datetime | None
    outcome: str
    source_id: int
    source: int
    source_title: str
    source_text: str
    target_id: int
    target: int
    target_title: str
    target_text: str

    @property
    def is_agreed(self) -> bool:
        return self.source_yes_at is not None and self.target_yes_at is not None

    def state(self, now: datetime) -> str:
        """open, merged, refused or over."""
        return self.outcome if self.ended_at else "open" if now < self.ends_at else "over"


async def merging(token: str) -> Merging:
    """Raises Missing for a token that nobody has, or when the words of one of both were removed."""
    row = await BY_TOKEN.row(token)
    if row is None:
        raise Missing
    return Merging(**row)


async def merging_locked(token: str) -> Merging:
    """Inside `writing()`, both proposals locked before."""
    await LOCK.rows((await merging(token)).id)
    return await merging(token)
