"""Inviting to a sitting, telling that it has moved, and calling it off."""

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.guarding import must_be_ahead
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.lateness import must_not_be_longer, why_invited_late
from zukunftsparlament.sittings.actions.moving import REMOVE
from zukunftsparlament.sittings.actions.telling import tell_the_parliament
from zukunftsparlament.sittings.actions.ways import tell_the_proposal
from zukunftsparlament.sittings.planning_texts import said
from zukunftsparlament.sittings.queries import Item, Sitting
from zukunftsparlament.sittings.rules import SittingState, WhyNot
from zukunftsparlament.sittings.rules.agenda import ItemFlaw

INVITE = Sql("UPDATE sitting SET invited_at = $2, late_reason = $3 WHERE id = $1 AND invited_at IS NULL")
CANCEL = Sql("UPDATE sitting SET cancelled_at = $2, cancel_reason = $3 WHERE id = $1 AND cancelled_at IS NULL")


async def invite(number: int, *, actor: str, late_reason: str = "") -> None:
    """Public from now on, and in everybody's calendar. A second tap changes nothing.

    Too late by the rules: Wrong, until the chair knows what it means and says why it has to be all the same.
    """
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        must_be_ahead(sitting)
        if sitting.state is SittingState.INVITED:
            return
        items = await queries.agenda(sitting.id)
        if not items:
            raise Refused(WhyNot.NOTHING_PLANNED)
        kept, late = await why_invited_late(sitting, late_reason)
        await INVITE.rows(sitting.id, now(), late)
        await _take_off_what_fell(sitting, items, actor)
        for item in items:
            if item.proposal and not item.falls_off:
                await tell_the_proposal(sitting, item.proposal)
        await tell_the_parliament(sitting, "sitting_invited")
        await happened(sitting, "invited", actor=actor, in_journal=True, period=kept.value)


async def _take_off_what_fell(sitting: Sitting, items: list[Item], actor: str) -> None:
    for item in items:
        if item.falls_off:
            await REMOVE.rows(item.id, now())
            await happened(sitting, "item_removed", actor=actor, item=item.id, reason="given_up")


async def cancel(number: int, reason: str, *, actor: str) -> None:
    """Calendars follow, and everybody who was invited is told why. Raises Wrong without a reason."""
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        if sitting.state is SittingState.CANCELLED:
            return
        must_be_ahead(sitting)
        if not reason.strip():
            raise Wrong(said({"reason": ItemFlaw.REASON_MISSING}))
        must_not_be_longer(reason, "reason")
        await CANCEL.rows(sitting.id, now(), reason.strip())
        if sitting.times.invited_at:
            await tell_the_parliament(sitting, "sitting_cancelled", reason=reason.strip())
            for item in await queries.agenda(sitting.id):
                if item.proposal and not item.falls_off:
                    await tell_the_proposal(sitting, item.proposal, off=True, reason=reason.strip())
        await happened(sitting, "cancelled", actor=actor, in_journal=True)
