"""One step after a tie, written down: beside the count, on the way of the proposal, in the journal."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import minutes, rules, settling
from zukunftsparlament.polls.actions.deciding import carry_out
from zukunftsparlament.polls.actions.telling import tell_settled
from zukunftsparlament.polls.queries.tie_shapes import Tie
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import Way
from zukunftsparlament.proposals.actions import record_step

ADD = Sql(
    "INSERT INTO tie_step (poll, place, at, actor, way, follow_up, winners, reason, lot, shares, stepped_back) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
)
ROW_OF = Sql("SELECT id FROM poll WHERE number = $1")


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """One step after a tie. `picked`: of the tied, where the step settles it; `amount`: euro cents to be shared."""

    way: Way
    picked: Sequence[str] = ()
    reason: str = ""
    amount: int = 0
    lot: dict[str, str] = field(default_factory=dict)
    stepped_back: str = ""  # the choice of a candidate who makes way


async def take_step(tie: Tie, chosen: Chosen, *, follow_up: int | None, actor: str) -> None:
    poll, place = tie.counted.poll, len(tie.steps) + 1
    shares = rules.shares(chosen.amount, among=len(chosen.picked)) if chosen.amount else []
    written = {"winners": list(chosen.picked), "reason": chosen.reason.strip(), "lot": chosen.lot, "shares": shares}
    await ADD.rows(
        poll.id, place, now(), actor, chosen.way.value, await ROW_OF.value(follow_up) if follow_up else None,
        json.dumps(written["winners"]), written["reason"], json.dumps(chosen.lot), json.dumps(shares),
        chosen.stepped_back,
    )  # fmt: skip
    if poll.proposal is not None:
        await _tell_proposal(tie, poll.proposal, chosen, follow_up)
    if chosen.picked:
        await carry_out(poll.number, actor=actor)
    announce(*poll.rooms)
    step = {"way": chosen.way.value, "place": place, "follow_up": follow_up, "stepped_back": chosen.stepped_back}
    facts = minutes.of_tie_step(written | step)
    await record(actor=actor, verb="settle_tie", subject_kind="poll", subject_number=poll.number, **facts)


async def _tell_proposal(tie: Tie, proposal: int, chosen: Chosen, follow_up: int | None) -> None:
    """Each step stands on the way of the proposal; the one that settles it moves the proposal on."""
    counted = tie.counted
    shown = follow_up or counted.poll.number
    way = "drawn" if chosen.way is Way.LOT and chosen.picked else chosen.way.value
    await record_step(proposal, "after_tie", poll=shown, way=way)
    if chosen.picked:
        final = settling.settled(tie.open, counted.rule, picked=chosen.picked)
        if final.outcome is not Outcome.TIED:  # of money that goes on to those below
            await tell_settled(counted, final.outcome)
