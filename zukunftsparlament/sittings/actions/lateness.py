"""Nobody is stopped for being late: but they learn what it means, and say why it has to be all the same."""

from zukunftsparlament.kernel.clock import now, today
from zukunftsparlament.kernel.refusals import Wrong
from zukunftsparlament.sittings.deadline_texts import invitation_too_late, item_too_late
from zukunftsparlament.sittings.planning_texts import said
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.queries.periods import item_deadline, periods
from zukunftsparlament.sittings.rules.deadlines import Period
from zukunftsparlament.sittings.rules.planning import LONGEST_REASON, Flaw


async def why_invited_late(sitting: Sitting, reason: str) -> tuple[Period, str]:
    """Which period is kept when everybody learns of it today, and the reason where none is.

    Raises Wrong where one is missing. Only where something binding is decided does the period matter.
    """
    if not sitting.is_binding:
        return Period.NORMAL, ""
    if sitting.times.starts_at <= now():
        raise Wrong(said({"late_reason": Flaw.IN_THE_PAST}))
    found = await periods(sitting)
    kept = found.kept(today())
    if kept is not Period.NONE:
        return kept, ""
    if not reason.strip():
        raise Wrong({"late_reason": invitation_too_late(found, today())})
    must_not_be_longer(reason, "late_reason")
    return kept, reason.strip()


async def why_item_late(sitting: Sitting, reason: str) -> dict[str, str]:
    """The problem of an item that comes after its deadline without a reason. Not in the sitting: there it is urgent,
    and the parliament decides."""
    if not sitting.is_binding or sitting.goes_on or reason.strip():
        return {}
    late = item_too_late(await item_deadline(sitting), today())
    return {"late_reason": late} if late else {}


def must_not_be_longer(reason: str, field: str) -> None:
    if len(reason.strip()) > LONGEST_REASON:
        raise Wrong(said({field: Flaw.REASON_TOO_LONG}))
