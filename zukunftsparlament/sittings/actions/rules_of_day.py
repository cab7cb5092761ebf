"""A sitting is held under the rules of its day. New ones may have been agreed on since it was planned."""

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.queries.periods import rules_of

FIX = Sql("UPDATE sitting SET rule_set = $2 WHERE id = $1")


async def fix_rules(sitting: Sitting) -> Sitting:
    """Inside `writing()`, just before it is opened. From then on they stay. Returns it with them."""
    await FIX.rows(sitting.id, (await rules_of(sitting)).id)
    return await queries.sitting_by_id(sitting.id)
