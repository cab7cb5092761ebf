"""Opening a sitting, pausing, closing. Already so: nothing happens, and that is no error."""

from datetime import timedelta
from typing import Any

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import queries, rules
from zukunftsparlament.sittings.actions.hands import all_hands_down, everybody_goes
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.items import tell_the_end
from zukunftsparlament.sittings.actions.leading import sitting_to_lead
from zukunftsparlament.sittings.actions.rules_of_day import fix_rules
from zukunftsparlament.sittings.actions.telling import tell_who_led
from zukunftsparlament.sittings.queries import Course, Sitting
from zukunftsparlament.sittings.rules import End, Halt, SittingState
from zukunftsparlament.sittings.trail import plan_of

OPEN = Sql("UPDATE sitting SET opened_at = $2, bell = $3 WHERE id = $1 AND opened_at IS NULL")
OPEN_WITHOUT_BELL = Sql("UPDATE sitting SET opened_at = $2 WHERE id = $1 AND opened_at IS NULL")
PAUSE = Sql("UPDATE sitting SET paused_at = $2, paused_until = $3 WHERE id = $1 AND paused_at IS NULL")
RESUME = Sql("UPDATE sitting SET paused_at = NULL, paused_until = NULL WHERE id = $1")
CLOSE = Sql(
    "UPDATE sitting SET closed_at = $2, paused_at = NULL, paused_until = NULL, due = '{}', due_at = NULL "
    "WHERE id = $1 AND closed_at IS NULL"
)
ADJOURN = Sql(
    "UPDATE agenda_item SET ended_at = $2, ended_as = 'adjourned', end_reason = $3 WHERE id = $1 AND ended_at IS NULL"
)
NOT_REACHED = "Die Sitzung war vorher zu Ende."  # stands in the minutes, in German


def seat_of(actor: str) -> int | None:
    """The seat of a chair; None for the office."""
    kind, _, number = actor.partition(":")
    return int(number) if kind == "chair" and number.isdecimal() and number != "0" else None


async def open_sitting(number: int, *, actor: str) -> None:
    """Whoever opens it has the bell. Raises Refused."""
    async with writing():
        sitting = await sitting_to_lead(number, actor)
        if sitting.goes_on:
            return
        if why_not := rules.why_not_open(
            sitting.state, starts_at=sitting.times.starts_at, rehearsal=sitting.is_rehearsal, now=now()
        ):
            raise Refused(why_not)
        sitting = await fix_rules(sitting)
        seat = seat_of(actor)
        at = now()
        if seat is None:
            await OPEN_WITHOUT_BELL.rows(sitting.id, at)
        else:
            await OPEN.rows(sitting.id, at, seat)
        meeting = await queries.meeting(sitting)
        present = [one.seat for one in meeting.here if one.seat is not None]
        facts: dict[str, Any] = {"present": present, "quorate": meeting.is_quorate, "bell": seat}
        facts["plan"] = await plan_of(sitting.id)
        await happened(sitting, "opened", actor=actor, in_journal=True, when=at, **facts)


async def pause(number: int, minutes: int, *, actor: str) -> None:
    """`minutes`: 5, 10 or 15. A pause that runs already stays as it is."""
    async with writing():
        sitting = await sitting_to_lead(number, actor)
        if sitting.state is SittingState.PAUSED:
            return
        found = await queries.course(sitting)
        if why_not := rules.why_not_pause(sitting.state, minutes, vote_runs=bool(found.open_votes)):
            raise Refused(why_not)
        until = now() + timedelta(minutes=minutes)
        await PAUSE.rows(sitting.id, now(), until)
        await happened(sitting, "paused", actor=actor, until=until.isoformat())


async def resume(number: int, *, actor: str) -> None:
    """Before its time or after it: no clock goes on by itself."""
    async with writing():
        sitting = await sitting_to_lead(number, actor)
        if sitting.state is SittingState.OPEN:
            return
        why_not = rules.why_not_going_on(sitting.state)
        if why_not and why_not is not Halt.IS_PAUSED:
            raise Refused(why_not)
        await RESUME.rows(sitting.id)
        await happened(sitting, "resumed", actor=actor)


async def close_sitting(number: int, *, actor: str) -> None:
    """At once: the desk asks for a countdown (`announce_step`). What was not reached is adjourned."""
    async with writing():
        sitting = await sitting_to_lead(number, actor)
        if sitting.state is SittingState.CLOSED:
            return
        found = await queries.course(sitting)
        must_be_closable(found)
        await close_now(found, actor=actor)


def must_be_closable(found: Course) -> None:
    if why_not := rules.why_not_close(found.sitting.state, found.items, vote_runs=bool(found.open_votes)):
        raise Refused(why_not)


async def close_now(found: Course, *, actor: str) -> None:
    sitting, at = found.sitting, now()
    for item in found.items:
        if item.waits:
            await ADJOURN.rows(item.id, at, NOT_REACHED)
            await tell_the_end(sitting, item, End.ADJOURNED, NOT_REACHED, at=at, actor=actor, in_journal=False)
    await CLOSE.rows(sitting.id, at)
    await all_hands_down(sitting)
    await everybody_goes(sitting, at)
    await tell_who_led(sitting)
    await happened(sitting, "closed", actor=actor, in_journal=True, when=at)


def must_go_on(sitting: Sitting) -> None:
    if why_not := rules.why_not_going_on(sitting.state):
        raise Refused(why_not)
