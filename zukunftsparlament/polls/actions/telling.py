"""What a poll writes into the timeline of its proposal: opened, decided, void. Inside the transaction of the act.

Several points of one paper are one decision about its proposal: each is told, and the last one moves it on. It is
accepted if any point is.
"""

import json

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.queries import CountedPoll, Poll, tie_of
from zukunftsparlament.polls.queries import counted as counted_poll
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import TieState
from zukunftsparlament.proposals.actions import record_step
from zukunftsparlament.proposals.queries import by_id, stage_before_vote

STEPS = {
    Outcome.ACCEPTED: "accepted",
    Outcome.CHOSEN: "accepted",
    Outcome.REJECTED: "rejected",
    Outcome.NO_MAJORITY: "rejected",
    Outcome.TIED: "tied",
    Outcome.NOT_QUORATE: "not_quorate",
}
SET_BY_A_POLL = frozenset({"in_vote", "accepted", "rejected", "tied"})
# A point whose tie went into a run-off is what the run-off says.
POINTS = Sql(
    "SELECT number, published_at, voided_at FROM poll p WHERE series = $1 AND NOT EXISTS "
    "(SELECT 1 FROM poll f WHERE f.after_tie = p.id AND f.after_tie_as = 'run_off' AND f.voided_at IS NULL)"
)
NUMBER_OF = Sql("SELECT number FROM poll WHERE id = $1")
TOLD = Sql("SELECT facts FROM proposal_step WHERE proposal = $1 AND stage = $2 ORDER BY id")


async def tell_opened(poll: Poll) -> None:
    if poll.proposal is None:
        return
    is_next_point = poll.series is not None and (await by_id(poll.proposal)).stage == "in_vote"
    if not is_next_point:
        await record_step(poll.proposal, "in_vote" if poll.binding else "straw_poll", poll=poll.number)


async def tell_published(counted: CountedPoll) -> None:
    poll, outcome = counted.poll, counted.result.outcome
    if poll.proposal is None:
        return
    if not poll.binding:
        await record_step(poll.proposal, "straw_poll_counted", poll=poll.number)
    elif poll.series is not None:
        await _tell_point(poll, outcome)
    elif outcome is Outcome.NOT_QUORATE:  # nothing is decided: the proposal waits as before
        await record_step(poll.proposal, "not_quorate", poll=poll.number)
        await record_step(poll.proposal, await stage_before_vote(poll.proposal))
    else:
        await _tell_outcome(counted, outcome)


async def _tell_outcome(counted: CountedPoll, outcome: Outcome) -> None:
    """An alternative that was chosen still waits for a yes or no, where the rule set wants it."""
    poll = counted.poll
    assert poll.proposal is not None
    if counted.wants_final_vote(outcome):
        await record_step(poll.proposal, "alternative_chosen", poll=poll.number)
        await record_step(poll.proposal, await stage_before_vote(poll.proposal))
    else:
        await record_step(poll.proposal, STEPS[outcome], poll=poll.number)
    if poll.after_tie is not None:
        await _tell_tied_still(poll.after_tie, poll.proposal)


async def _tell_tied_still(first: int, proposal: int) -> None:
    """A run-off may leave its tie open, or settle it so that money is tied once more below."""
    number = int(await NUMBER_OF.value(first))
    tie = await tie_of(await counted_poll(number))
    if tie and tie.stands.state is TieState.WAITS:
        await record_step(proposal, "tied", poll=number)


async def tell_void(poll: Poll, reason: str) -> None:
    if poll.proposal is None or poll.times.opened_at is None:
        return  # its timeline knows nothing of this poll yet
    stage = (await by_id(poll.proposal)).stage
    await record_step(poll.proposal, "poll_void", poll=poll.number, reason=reason)
    if not poll.binding or stage not in SET_BY_A_POLL:
        return
    if poll.series is not None:
        await _move_on(poll, poll.proposal)
    elif poll.after_tie is not None:  # the tie that it was to settle is open again
        await record_step(poll.proposal, "tied", poll=await NUMBER_OF.value(poll.after_tie))
    else:
        await record_step(poll.proposal, await stage_before_vote(poll.proposal))


async def tell_settled(counted: CountedPoll, outcome: Outcome) -> None:
    """A tie has found its end."""
    if counted.poll.proposal is None:
        return
    if counted.poll.series is None:
        await _tell_outcome(counted, outcome)
    else:
        await _tell_point(counted.poll, outcome)


async def _tell_point(poll: Poll, outcome: Outcome) -> None:
    assert poll.proposal is not None
    await record_step(poll.proposal, "point_decided", poll=poll.number, point=poll.point, outcome=STEPS[outcome])
    await _move_on(poll, poll.proposal)


async def _move_on(poll: Poll, proposal: int) -> None:
    """Once no point of the series waits any more."""
    points = await POINTS.rows(poll.series)
    if any(point["published_at"] is None and point["voided_at"] is None for point in points):
        return
    told = [json.loads(row["facts"]) for row in await TOLD.rows(proposal, "point_decided")]
    by_poll = {facts["poll"]: facts["outcome"] for facts in told}
    outcomes = {by_poll.get(point["number"]) for point in points if point["voided_at"] is None}
    stage = next((stage for stage in ("accepted", "tied", "rejected") if stage in outcomes), None)
    if stage:
        await record_step(proposal, stage, series=True)
    else:
        await record_step(proposal, await stage_before_vote(proposal))
