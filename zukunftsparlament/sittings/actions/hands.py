"""Hands that go down by themselves: because somebody leaves, or because what they were raised for is over."""

from datetime import datetime

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings.queries import Sitting

LOWER_OF = Sql(
    "UPDATE speaking_turn SET lowered_at = $3 WHERE sitting = $1 AND member = $2 AND lowered_at IS NULL "
    "AND begun_at IS NULL"
)
STOP_OF = Sql(
    "UPDATE speaking_turn SET ended_at = $3 WHERE sitting = $1 AND member = $2 AND begun_at IS NOT NULL "
    "AND ended_at IS NULL"
)
LOWER_ALL = Sql(
    "UPDATE speaking_turn SET lowered_at = $2 WHERE sitting = $1 AND lowered_at IS NULL AND begun_at IS NULL"
)
STOP_ALL = Sql(
    "UPDATE speaking_turn SET ended_at = $2 WHERE sitting = $1 AND begun_at IS NOT NULL AND ended_at IS NULL"
)


async def hands_down_of(sitting: Sitting, member: int, *, at: datetime) -> None:
    """Whoever leaves falls off the list, and speaks no longer. Inside `writing()`."""
    await LOWER_OF.rows(sitting.id, member, at)
    await STOP_OF.rows(sitting.id, member, at)


async def all_hands_down(sitting: Sitting) -> None:
    """At the end of an item and of the sitting: inside `writing()`, by whoever ends it."""
    at = now()
    await LOWER_ALL.rows(sitting.id, at)
    await STOP_ALL.rows(sitting.id, at)
