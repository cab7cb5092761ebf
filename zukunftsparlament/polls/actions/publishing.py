"""Publishing a counted poll, and voiding one."""

import asyncio

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import after_commit, writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import keys, queries, rules
from zukunftsparlament.polls.actions import telling
from zukunftsparlament.polls.actions.counting import EMPTY
from zukunftsparlament.polls.actions.deciding import carry_out
from zukunftsparlament.polls.actions.fund import return_all
from zukunftsparlament.polls.actions.guarding import problems_in
from zukunftsparlament.polls.actions.leading import poll_to_lead, told
from zukunftsparlament.polls.actions.tidying import tidy_after
from zukunftsparlament.polls.actions.wishing import forget_wishes
from zukunftsparlament.polls.queries import CountedPoll, Poll
from zukunftsparlament.polls.rules import PollState

PUBLISH = Sql("UPDATE poll SET published_at = $2 WHERE id = $1 AND published_at IS NULL")
VOID = Sql("UPDATE poll SET voided_at = $2, void_reason = $3, turnout = $4 WHERE id = $1 AND voided_at IS NULL")
FOLLOWED = Sql("SELECT number FROM poll WHERE after_tie = $1 AND voided_at IS NULL")


async def publish_poll(number: int, *, actor: str) -> None:
    async with writing():
        poll, sitting = await poll_to_lead(number, actor)
        if poll.state is PollState.PUBLISHED:
            return
        if why_not := rules.why_not_publish(state=poll.state):
            raise Refused(why_not)
        counted = await _make_public(poll, actor=actor)
        await told(poll, sitting, "", verb="publish_poll", actor=actor, facts={"sha256": counted.sha256})


async def _make_public(poll: Poll, *, actor: str) -> CountedPoll:
    """With all that follows, but for the journal."""
    await PUBLISH.rows(poll.id, now())
    counted = await queries.counted(poll.number)
    await telling.tell_published(counted)
    await carry_out(poll.number, actor=actor)
    if counted.poll.after_tie_number is not None:  # whoever waits on the page of the tie sees what came of it
        announce(f"poll-{counted.poll.after_tie_number}")
    return counted


async def void_poll(number: int, reason: str, *, actor: str) -> None:
    """It does not count, and everybody reads why. Closed ballots are deleted unread, the key with them.

    What had been published stays readable, marked as void; what was only counted is published first: otherwise those
    who lead could see a result, throw it away unseen, and ask again until it suits. Raises Wrong for a reason that the
    guard flags.
    """
    async with writing():
        is_closed = (await queries.poll(number)).times.closed_at is not None
        poll, sitting = await poll_to_lead(number, actor, also_office=is_closed)  # what runs, the chairs lead
        if poll.state is PollState.VOID:
            return
        if why_not := await _why_not_void(poll, reason, actor):
            raise Refused(why_not)
        if problems := problems_in({"reason": reason}, actor=actor):
            raise Wrong(problems)
        shown = await _make_public(poll, actor=actor) if poll.state is PollState.COUNTED else None
        await _throw_away(poll, reason.strip())
        await telling.tell_void(poll, reason.strip())
        await return_all(poll, reason.strip(), actor=actor)  # a fund is locked before the journal, everywhere
        if shown:
            await told(poll, sitting, "", verb="publish_poll", actor=actor, facts={"sha256": shown.sha256})
        step = "poll_void" if poll.times.opened_at else ""
        await told(poll, sitting, step, verb="void_poll", actor=actor, facts={}, reason=reason.strip())


async def _throw_away(poll: Poll, reason: str) -> None:
    """Ballots, key and wishes. How many had voted stays known."""
    had_voted = await queries.voted(poll) if poll.turnout is None and poll.times.opened_at else poll.turnout
    await VOID.rows(poll.id, now(), reason, had_voted)
    for statement in EMPTY:
        await statement.rows(poll.id)
    await forget_wishes(poll)
    await asyncio.to_thread(keys.ask_to_compact, poll.number)
    after_commit(lambda: tidy_after(poll.number))


async def _why_not_void(poll: Poll, reason: str, actor: str) -> rules.WhyNot | None:
    return rules.why_not_void(
        state=poll.state,
        reason=reason,
        is_followed=await FOLLOWED.row(poll.id) is not None,
        settles=await _settles(poll),
        is_chair=actor.startswith("chair:"),
    )


async def _settles(poll: Poll) -> bool:
    """Whether a tie would be open again without this poll, or without what was chosen after it."""
    if poll.state is not PollState.PUBLISHED:
        return False
    tie = await queries.tie_of(await queries.counted(poll.number))
    return poll.after_tie is not None or bool(tie and tie.final)
