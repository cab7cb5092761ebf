"""What ends by itself: hands go down when somebody leaves or an item ends, and all leave when the sitting is over.

Each inside `writing()`, by whoever makes it happen.
"""

from datetime import datetime

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings.queries import Sitting

LOWER = "UPDATE speaking_turn SET lowered_at = $2 WHERE sitting = $1 AND lowered_at IS NULL AND begun_at IS NULL"
STOP = "UPDATE speaking_turn SET ended_at = $2 WHERE sitting = $1 AND begun_at IS NOT NULL AND ended_at IS NULL"
STOP_ALL = Sql(STOP)
ALL = (Sql(LOWER), STOP_ALL)
OF_MEMBER = (Sql(f"{LOWER} AND member = $3"), Sql(f"{STOP} AND member = $3"))
OF_GUEST = (Sql(f"{LOWER} AND guest = $3"), Sql(f"{STOP} AND guest = $3"))
OF_ITEM = (Sql(f"{LOWER} AND item = $3"), Sql(f"{STOP} AND item = $3"))
OF_DEBATE = (Sql(f"{LOWER} AND item = $3 AND order_kind = ''"), Sql(f"{STOP} AND item = $3 AND order_kind = ''"))
ALL_GO = Sql("UPDATE attendance SET left_at = $2 WHERE sitting = $1 AND left_at IS NULL")
GUESTS_GO = Sql("UPDATE guest SET left_at = $2 WHERE sitting = $1 AND came_at IS NOT NULL AND left_at IS NULL")


async def hands_down_of(sitting: Sitting, member: int) -> None:
    """Whoever leaves falls off the list, and speaks no longer."""
    await _down(OF_MEMBER, sitting.id, now(), member)


async def hands_down_of_guest(sitting: Sitting, guest: int) -> None:
    await _down(OF_GUEST, sitting.id, now(), guest)


async def hands_down_in(sitting: Sitting, item: int) -> None:
    """At the end of an item (row id)."""
    await _down(OF_ITEM, sitting.id, now(), item)


async def debate_is_over(sitting: Sitting, item: int) -> None:
    """The room wants to vote at once. Points of order stay: they come before speeches anyway."""
    await _down(OF_DEBATE, sitting.id, now(), item)


async def nobody_speaks(sitting: Sitting) -> None:
    """A vote is open: who spoke has finished, and who waits stays on the list."""
    await STOP_ALL.rows(sitting.id, now())


async def all_hands_down(sitting: Sitting) -> None:
    """At the end of the sitting."""
    await _down(ALL, sitting.id, now())


async def everybody_goes(sitting: Sitting, at: datetime) -> None:
    """The sitting is over: nobody has to tap for that."""
    await ALL_GO.rows(sitting.id, at)
    await GUESTS_GO.rows(sitting.id, at)


async def _down(statements: tuple[Sql, Sql], *values: object) -> None:
    for statement in statements:
        await statement.rows(*values)
