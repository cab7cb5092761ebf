"""After the count: the elected say whether they accept, and one of the tied may make way for the others."""

from typing import Any

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.actions.electing import actor_of
from zukunftsparlament.polls.actions.tie_steps import Chosen, take_step
from zukunftsparlament.polls.queries.election_shapes import Candidate, Election
from zukunftsparlament.polls.queries.elections import election
from zukunftsparlament.polls.rules import Choice, Kind, TieState, Way
from zukunftsparlament.polls.rules.elections import WhyNotElect
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.actions import happened, must_lead
from zukunftsparlament.sittings.queries import Sitting

ACCEPT = Sql("UPDATE candidacy SET accepted_at = $2, answered_by = $3 WHERE id = $1")
DECLINE = Sql("UPDATE candidacy SET declined_at = $2, answered_by = $3 WHERE id = $1")
WITHDRAW = Sql("UPDATE candidacy SET withdrew_at = $2 WHERE id = $1")


async def answer_myself(number: int, mark: int, which: int, member: int, *, accepts: bool) -> None:
    async with writing():
        sitting, found = await _found(number, mark, which)
        one = found.of(member)
        if one is None:
            raise Missing
        await _answer(sitting, found, one, accepts=accepts, by="self", actor=await actor_of(found, member))


async def answer_aloud(number: int, mark: int, which: int, candidate: int, *, accepts: bool, actor: str) -> None:
    """They have said it for all to hear, and a chair ticks it. `candidate`: their place on the list, from 1."""
    async with writing():
        sitting, found = await _found(number, mark, which)
        await must_lead(actor)
        await _answer(sitting, found, found.at(candidate), accepts=accepts, by=actor, actor=actor)


async def _answer(sitting: Sitting, found: Election, one: Candidate, *, accepts: bool, by: str, actor: str) -> None:
    if (one.accepted_at if accepts else one.declined_at) is not None:
        return
    if one.accepted_at or one.declined_at:
        raise Refused(WhyNotElect.HAS_ANSWERED)
    if one.label not in found.elected:
        raise Refused(WhyNotElect.NOT_ELECTED)
    await (ACCEPT if accepts else DECLINE).rows(one.id, now(), by)
    after = await election(found.item, found.mark)
    up = [label for side in after.sides for label in side.moved_up if label not in found.elected]
    as_ = "accepted" if accepts else "declined"
    said: dict[str, Any] = {"label": one.label, "as": as_, "title": found.title}
    if one.seat is not None:
        said |= {"office": found.office.value, "seat": one.seat}  # those may lead who are told of here
    await happened(
        sitting, "elected", actor=actor, item=found.item, in_journal=True, election=found.mark, moved_up=up, **said
    )


async def step_back(number: int, mark: int, which: int, member: int) -> None:
    """One of those with the same number of votes makes way. Where there is room for the others then, they are in."""
    async with writing():
        sitting, found = await _found(number, mark, which)
        one = found.of(member)
        if one is None:
            raise Missing
        if one.withdrew_at is not None:
            return
        tied = next((side.poll for side in found.sides if one.label in side.tied and side.poll), None)
        if tied is None:
            raise Refused(WhyNotElect.NOT_TIED)
        poll = await queries.poll_for_changing(tied)
        tie = await queries.tie_of(await queries.counted(tied))
        if tie is None or tie.stands.state is not TieState.WAITS or poll.kind is Kind.YES_NO_ABSTAIN:
            raise Refused(WhyNotElect.NOT_TIED)
        actor = await actor_of(found, member)
        choice: Choice = (str(poll.options.index(one.label) + 1),)
        await WITHDRAW.rows(one.id, now())
        said: dict[str, Any] = {"label": one.label, "as": "stepped_back", "title": found.title}
        await happened(sitting, "candidate", actor=actor, item=found.item, election=found.mark, poll=tied, **said)
        await take_step(tie, Chosen(way=Way.STEPS_BACK, stepped_back=choice[0]), follow_up=None, actor=actor)


async def _found(number: int, mark: int, which: int) -> tuple[Sitting, Election]:
    """The sitting, locked, and the election. Inside `writing()`."""
    sitting = await sittings.sitting_for_changing(number)
    item = await sittings.item(sitting.id, mark)
    if not sitting.goes_on:
        raise Refused(WhyNotElect.LIST_CLOSED)
    return sitting, await election(item.id, which)
