"""Publishing a counted poll, and voiding one."""

import asyncio

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import after_commit, writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import keys, queries, rules
from zukunftsparlament.polls.actions.counting import EMPTY
from zukunftsparlament.polls.actions.guarding import problems_in
from zukunftsparlament.polls.actions.tidying import tidy_after
from zukunftsparlament.polls.actions.wishing import forget_wishes
from zukunftsparlament.polls.queries import CountedPoll, Poll
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import PollState
from zukunftsparlament.proposals.actions import record_step
from zukunftsparlament.proposals.queries import by_id, stage_before_vote

PUBLISH = Sql("UPDATE poll SET published_at = $2 WHERE id = $1 AND published_at IS NULL")
VOID = Sql("UPDATE poll SET voided_at = $2, void_reason = $3, turnout = $4 WHERE id = $1 AND voided_at IS NULL")

STEPS = {
    Outcome.ACCEPTED: "accepted",
    Outcome.CHOSEN: "accepted",
    Outcome.REJECTED: "rejected",
    Outcome.NO_MAJORITY: "rejected",
    Outcome.TIED: "tied",
}
SET_BY_A_POLL = frozenset({"in_vote", "accepted", "rejected", "tied"})


async def publish_poll(number: int, *, actor: str) -> None:
    async with writing():
        poll = await queries.poll_for_changing(number)
        if poll.state is PollState.PUBLISHED:
            return
        if why_not := rules.why_not_publish(state=poll.state):
            raise Refused(why_not)
        await PUBLISH.rows(poll.id, now())
        counted = await queries.counted(number)
        await _tell_proposal(counted)
        announce("polls", poll.room)
        await record(
            actor=actor, verb="publish_poll", subject_kind="poll", subject_number=number, sha256=counted.sha256
        )


async def _tell_proposal(counted: CountedPoll) -> None:
    poll = counted.poll
    if poll.proposal is None:
        return
    if not poll.binding:
        await record_step(poll.proposal, "straw_poll_counted", poll=poll.number)
    elif counted.result.outcome is Outcome.NOT_QUORATE:  # nothing is decided: the proposal waits as before
        await record_step(poll.proposal, "not_quorate", poll=poll.number)
        await record_step(poll.proposal, await stage_before_vote(poll.proposal))
    else:
        await record_step(poll.proposal, STEPS[counted.result.outcome], poll=poll.number)


async def void_poll(number: int, reason: str, *, actor: str) -> None:
    """It does not count, and everybody reads why. Closed ballots are deleted unread, the key with them.

    What had been published stays readable, marked as void. Raises Wrong for a reason that the guard flags.
    """
    async with writing():
        poll = await queries.poll_for_changing(number)
        if poll.state is PollState.VOID:
            return
        if why_not := rules.why_not_void(state=poll.state, reason=reason):
            raise Refused(why_not)
        if problems := problems_in({"reason": reason}, actor=actor):
            raise Wrong(problems)
        had_voted = await queries.voted(poll) if poll.turnout is None and poll.times.opened_at else poll.turnout
        await VOID.rows(poll.id, now(), reason.strip(), had_voted)
        for statement in EMPTY:
            await statement.rows(poll.id)
        await forget_wishes(poll)
        await asyncio.to_thread(keys.ask_to_compact, number)
        after_commit(lambda: tidy_after(number))
        await _take_back(poll, reason.strip())
        announce("polls", poll.room)
        await record(actor=actor, verb="void_poll", subject_kind="poll", subject_number=number)


async def _take_back(poll: Poll, reason: str) -> None:
    if poll.proposal is None or poll.times.opened_at is None:
        return  # its timeline knows nothing of this poll yet
    stage = (await by_id(poll.proposal)).stage
    await record_step(poll.proposal, "poll_void", poll=poll.number, reason=reason)
    if poll.binding and stage in SET_BY_A_POLL:
        await record_step(poll.proposal, await stage_before_vote(poll.proposal))
