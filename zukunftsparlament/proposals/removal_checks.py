"""Whether what was removed is gone, and wiped where it should be. (A backup may be older than an objection may be.)"""

from zukunftsparlament.kernel.checks import Check, Found
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import N_, _

STILL_THERE = Sql("SELECT id FROM removal WHERE wiped_at IS NOT NULL AND (kept <> '' OR objection <> '') LIMIT 1")
HALF_DECIDED = Sql("SELECT id FROM removal WHERE (decided_at IS NULL) <> (outcome = '') ORDER BY id LIMIT 1")
SHOWN = Sql(
    "SELECT r.id FROM removal r JOIN comment c ON c.id = r.comment WHERE r.outcome <> 'restored' "
    "AND c.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM removal o WHERE o.comment = r.comment AND o.id > r.id) "
    "ORDER BY r.id LIMIT 1"
)


async def _removals_fit() -> Found:
    found = (
        (await STILL_THERE.value(), N_("Entferntes {id} ist gewischt, und seine Worte sind noch da.")),
        (await HALF_DECIDED.value(), N_("Entferntes {id}: Entscheidung und Tag passen nicht zusammen.")),
        (await SHOWN.value(), N_("Entferntes {id} steht wieder da, ohne dass jemand so entschieden hat.")),
    )
    return next((_(said).format(id=id_) for id_, said in found if id_ is not None), None)


CHECKS = (Check(N_("Entferntes"), _removals_fit),)
