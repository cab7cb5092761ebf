"""After the count: the elected say whether they accept."""

from typing import Any

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.actions.electing import ballots_anew, locked_election
from zukunftsparlament.polls.actions.labelling import actor_of
from zukunftsparlament.polls.queries.election_shapes import Candidate, Election
from zukunftsparlament.polls.queries.elections import election
from zukunftsparlament.polls.rules.answers import BY_SELF, Answer, why_not_answer
from zukunftsparlament.polls.rules.elections import Office
from zukunftsparlament.sittings.actions import happened, must_lead
from zukunftsparlament.sittings.queries import Sitting

SAY = Sql("UPDATE candidacy SET accepted_at = $2, declined_at = $3, answered_by = $4 WHERE id = $1")
CHAIRS_SINCE = Sql("SELECT id FROM sitting_step WHERE sitting = $1 AND kind = 'chairs' AND at > $2")
AS = {Answer.YES: "accepted", Answer.NO: "declined", Answer.OPEN: "taken_back"}


async def answer_myself(number: int, mark: int, which: int, member: int, *, accepts: bool) -> None:
    """Counts for more than what a chair has ticked for them, and they may think better of it."""
    async with writing():
        sitting, found = await locked_election(number, mark, which)
        one = found.of(member)
        if one is None:
            raise Missing
        answer = Answer.YES if accepts else Answer.NO
        await _answer(sitting, found, one, answer, by=BY_SELF, actor=await actor_of(found, member))


async def answer_aloud(number: int, mark: int, which: int, candidate: int, answer: Answer, *, actor: str) -> None:
    """They have said it for all to see or hear, and a chair ticks it, or takes a wrong tick back. `candidate`: their
    place on the list, from 1."""
    async with writing():
        sitting, found = await locked_election(number, mark, which)
        await must_lead(actor)
        await _answer(sitting, found, found.at(candidate), answer, by=actor, actor=actor)


async def _answer(sitting: Sitting, found: Election, one: Candidate, answer: Answer, *, by: str, actor: str) -> None:
    if one.answer is answer and (answer is Answer.OPEN or one.answered_themselves or by != BY_SELF):
        return
    why_not = why_not_answer(
        before=one.answer,
        by_self=by == BY_SELF,
        self_before=one.answered_themselves,
        elected=one.label in found.elected,
        followed=one.answer is not answer and (found.is_followed(one) or await _leads_already(sitting, found, one)),
    )
    if why_not:
        raise Refused(why_not)
    await ballots_anew([poll for poll in found.since_no(one) if answer is not Answer.NO])
    at = now() if one.answer is not answer else one.accepted_at or one.declined_at
    yes, no = (at if answer is one_of else None for one_of in (Answer.YES, Answer.NO))
    await SAY.rows(one.id, yes, no, "" if answer is Answer.OPEN else by)
    after = await election(found.item, found.mark)
    up = [label for side in after.sides for label in side.moved_up if label not in found.elected]
    said: dict[str, Any] = {"label": one.label, "as": AS[answer], "title": found.title}
    if one.seat is not None:
        said |= {"office": found.office.value, "seat": one.seat}  # those may lead who are told of here
    await happened(
        sitting, "elected", actor=actor, item=found.item, in_journal=True, election=found.mark, moved_up=up, **said
    )


async def _leads_already(sitting: Sitting, found: Election, one: Candidate) -> bool:
    if found.office is not Office.CHAIRS or one.accepted_at is None:
        return False
    return await CHAIRS_SINCE.row(sitting.id, one.accepted_at) is not None
