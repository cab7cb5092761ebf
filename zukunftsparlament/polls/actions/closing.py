"""Closing a poll: at once, after a countdown that can be stopped, or because its time has come."""

from datetime import timedelta

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import queries, rules
from zukunftsparlament.polls.actions.leading import poll_to_lead, told
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.rules import VOTES_ARE_TAKEN, PollState, closing_time
from zukunftsparlament.polls.rules.in_sitting import WhyNotHere
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.rules import SittingState

CLOSE = Sql("UPDATE poll SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL")
COUNT_DOWN = Sql("UPDATE poll SET closing_at = $2 WHERE id = $1 AND closing_at IS NULL")
STOP = Sql("UPDATE poll SET closing_at = NULL WHERE id = $1")

IN_SITTING = 10  # seconds
NO_VOTES_ANY_MORE = frozenset({PollState.CLOSED, PollState.COUNTED, PollState.PUBLISHED})


async def close_poll(number: int, *, countdown: int = 0, actor: str) -> None:
    """`countdown` in seconds; whoever taps while it runs still votes. 0 also ends a countdown that runs.

    In a sitting it is ten at least, and never in a pause: there late taps count, and the other chair can say stop.
    Already closed, or another countdown runs: nothing happens, and that is no error.
    """
    async with writing():
        poll, sitting = await poll_to_lead(number, actor)
        if 0 <= countdown < IN_SITTING and await _may_be_late(poll, sitting):
            countdown = IN_SITTING
        why_not = rules.why_not_close(state=poll.state, countdown=countdown)
        if poll.state in NO_VOTES_ANY_MORE or (poll.state is PollState.CLOSING and countdown and not why_not):
            return
        if why_not:
            raise Refused(why_not)
        if sitting and sitting.state is SittingState.PAUSED:
            raise Refused(WhyNotHere.SITTING_PAUSED)
        if poll.by_hands:  # it closes when two have counted the same
            raise Refused(WhyNotHere.HANDS_ARE_COUNTED)
        if countdown:
            await COUNT_DOWN.rows(poll.id, now() + timedelta(seconds=countdown))
        else:
            await CLOSE.rows(poll.id, now())
        facts = {"countdown_seconds": countdown}
        await told(poll, sitting, "" if countdown else "poll_closed", verb="close_poll", actor=actor, facts=facts)


async def _may_be_late(poll: Poll, sitting: Sitting | None) -> bool:
    """Whether somebody on the roll of a sitting could still tap. Whoever votes on paper cannot; a rehearsal decides
    nothing."""
    if sitting is None or not sitting.goes_on or sitting.is_rehearsal or poll.state not in VOTES_ARE_TAKEN:
        return False
    return await queries.voted(poll) + poll.paper_voters < (poll.electorate_size or 0)


async def stop_closing(number: int, *, actor: str) -> None:
    """The poll is open again as if nothing had been pressed."""
    async with writing():
        poll, sitting = await poll_to_lead(number, actor)
        if poll.state is PollState.OPEN:
            return
        if why_not := rules.why_not_stop_closing(state=poll.state):
            raise Refused(why_not)
        await STOP.rows(poll.id)
        await told(poll, sitting, "", verb="stop_closing", actor=actor, facts={})


async def close_by_the_clock(number: int) -> None:
    """Writes down that the planned end, or that of a countdown, has come: from now on no clock can reopen it."""
    async with writing():
        poll, sitting = await poll_to_lead(number, "system")
        closed_at = closing_time(poll.times, now())
        if closed_at is None or poll.state in VOTES_ARE_TAKEN:
            return
        await CLOSE.rows(poll.id, closed_at)
        await told(poll, sitting, "poll_closed", verb="close_poll", actor="system", facts={})
