"""Noting that the office has reminded a body of what it owes. The platform itself writes to nobody."""

from zukunftsparlament.handovers import queries
from zukunftsparlament.handovers.rules import WhyNot
from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now, start_of_today
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql

LOCK_HANDOVER = Sql("SELECT id FROM handover WHERE number = $1 {for_update}")
TODAY_ALREADY = Sql("SELECT count(*) FROM handover_reminder WHERE handover = $1 AND at >= $2")
ADD_REMINDER = Sql("INSERT INTO handover_reminder (handover, at, entered_by) VALUES ($1, $2, $3)")


async def note_reminder(number: int, *, actor: str) -> None:
    """One a day: a second tap changes nothing. Raises Missing, or Refused where nothing is owed."""
    async with writing():
        row = await LOCK_HANDOVER.value(number)
        if row is None:
            raise Missing
        if number not in {owing.handover for owing in await queries.owing()}:
            raise Refused(WhyNot.NOTHING_OWED)
        if await TODAY_ALREADY.value(row, start_of_today()):
            return
        await ADD_REMINDER.rows(row, now(), actor)
        await record(actor=actor, verb="reminded", subject_kind="handover", subject_number=number)
