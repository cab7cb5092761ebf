""" "Nicht aufgenommen": the office or a chair says why a proposal goes no further; for a day that can be undone."""

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.proposals.actions.steps import record_step
from zukunftsparlament.proposals.queries.authors import locked
from zukunftsparlament.proposals.queries.pages import steps
from zukunftsparlament.proposals.queries.turned_down import stage_before, turned_down
from zukunftsparlament.proposals.rules import Stage
from zukunftsparlament.proposals.rules.around import WhyNotNow, why_not_turn_down, why_not_undo


async def turn_down(number: int, reason: str, *, actor: str) -> None:
    """`reason` (checked by the caller) stands there for everybody. Who wrote, backs or follows it finds it on Meins."""
    async with writing():
        proposal = await locked(number)
        if proposal.is_removed:
            raise Missing
        if proposal.stage is Stage.NOT_TAKEN_UP:
            return  # a second tap
        if why_not := why_not_turn_down(proposal.stage):
            raise Refused(why_not)
        await record_step(proposal.id, "not_taken_up", reason=reason, by=actor.partition(":")[0])
        await record(actor=actor, verb="turn_down", subject_kind="proposal", subject_number=number)


async def take_up_again(number: int, *, actor: str) -> None:
    """Everything is as it was before. Not what was removed, and not after a day: others may have gone by it."""
    async with writing():
        proposal = await locked(number)
        way = await steps(proposal.id)
        decision = turned_down(way)
        if decision is None:
            if proposal.stage is Stage.NOT_TAKEN_UP:
                raise Refused(WhyNotNow.UNDO_TOO_LATE)
            return  # a second tap
        if why_not := why_not_undo(decision.at, now=now()):
            raise Refused(why_not)
        await record_step(proposal.id, "taken_up_again")
        await record_step(proposal.id, stage_before(way))
        await record(actor=actor, verb="take_up_again", subject_kind="proposal", subject_number=number)
