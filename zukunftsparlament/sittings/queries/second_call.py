"""Whether a sitting may be called again for the same items."""

from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.procedure.queries import valid_on
from zukunftsparlament.sittings.queries.rows import Sitting
from zukunftsparlament.sittings.rules import WhyNot

# A vote that could not be opened, or an opening at which too few were there.
STANDS = Sql(
    "SELECT (SELECT count(*) FROM sitting_step WHERE sitting = $1 "
    "AND (kind = 'poll_refused' OR (kind = 'opened' AND facts LIKE $2))) AS too_few, "
    "(SELECT count(*) FROM sitting WHERE second_call_of = $1 AND cancelled_at IS NULL) AS again"
)
NOT_QUORATE = '%"quorate": false%'


async def why_no_second_call(sitting: Sitting) -> WhyNot | None:
    """By the rules of today: the next sitting will have those of its day, and that is asked when it is planned."""
    if not sitting.is_binding or sitting.times.closed_at is None:
        return WhyNot.NOT_OVER_YET
    if (await valid_on(today())).rules.quorum.second_call is None:
        return WhyNot.NO_SECOND_CALL
    stands = await STANDS.row(sitting.id, NOT_QUORATE)
    assert stands
    if stands["again"]:
        return WhyNot.CALLED_AGAIN
    return None if stands["too_few"] else WhyNot.WAS_QUORATE
