"""The decisions of a sitting go to the office, which hands them over."""

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.minutes.queries.decisions import decided_in
from zukunftsparlament.minutes.rules import WhyNot
from zukunftsparlament.sittings.actions import happened, must_lead
from zukunftsparlament.sittings.queries import sitting_for_changing
from zukunftsparlament.sittings.queries.steps import steps

GIVEN = "given_to_office"


async def give_to_office(number: int, *, actor: str) -> list[int]:
    """One tap. Returns the numbers of the polls; given already, they are not given twice."""
    async with writing():
        sitting = await sitting_for_changing(number)
        await must_lead(actor)
        if sitting.is_rehearsal:
            raise Refused(WhyNot.ONLY_A_REHEARSAL)
        if sitting.times.closed_at is None:
            raise Refused(WhyNot.STILL_GOES_ON)
        polls = list(dict.fromkeys(one.poll for one in await decided_in(sitting) if not one.stays))
        given = {poll for step in await steps(sitting.id) if step.kind == GIVEN for poll in step.facts["polls"]}
        if new := [poll for poll in polls if poll not in given]:
            await happened(sitting, GIVEN, actor=actor, in_journal=True, polls=new)
        return polls
