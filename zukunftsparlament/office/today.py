"""The office's first page: what waits for somebody today, the most urgent first."""

from datetime import datetime, timedelta

from litestar import Controller, Response, get

from zukunftsparlament.departures.month_end import month_end
from zukunftsparlament.handovers import queries as handovers
from zukunftsparlament.handovers import texts  # noqa: F401  teaches the templates the words of the clock
from zukunftsparlament.handovers.rules import ClockState
from zukunftsparlament.kernel.clock import now, today
from zukunftsparlament.kernel.pages import page
from zukunftsparlament.minutes.queries.left_over import left_over
from zukunftsparlament.office.texts import next_step
from zukunftsparlament.people.access import SignedIn, office
from zukunftsparlament.polls import queries as polls
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.rules import PollState
from zukunftsparlament.proposals.queries import desk

LONG = timedelta(days=1)  # a young person should not wait longer than that to be read
SHOWN = 5


class TodayController(Controller):
    path = "/buero"
    guards = [office]

    @get(name="today")
    async def show(self, me: SignedIn) -> Response[str]:
        waiting = await desk.waiting_for(me.staff)
        waits = await handovers.waiting()
        answers = [one for one in waits if one.reply is None]
        left = await left_over()
        to_do = [poll for poll in await polls.to_lead() if needs_a_hand(poll)]
        return page(
            "office/today.html",
            day=today(),
            desk=waiting,
            held_too_long=is_too_long(waiting.oldest),
            questions=left.questions,
            polls=[(poll, next_step(poll.state)) for poll in to_do],
            answers=[(one, is_overdue(one)) for one in answers[:SHOWN]],
            open_answers=len(answers),
            overdue=sum(map(is_overdue, answers)),
            minutes=left.minutes,
            minutes_late=left.late(today()),
            reminders=len({one.handover for one in waits if handovers.why_owed(one)}),
            stopped=month_end.stopped,
        )


def is_too_long(since: datetime | None) -> bool:
    return since is not None and now() - since > LONG


def is_overdue(outcome: handovers.Outcome) -> bool:
    return outcome.clock.state is ClockState.OVERDUE


def needs_a_hand(poll: Poll) -> bool:
    """An open poll, or one that opens by itself, needs nobody; one with two keys waits for its cards first."""
    if poll.state is PollState.PREPARED:
        return poll.times.opens_at is None or poll.two_key
    return poll.state in (PollState.CLOSED, PollState.COUNTED)
