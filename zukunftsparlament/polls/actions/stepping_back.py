"""Stepping back from an election: off the list before a ballot, or out of a tie, where it makes way for the others."""

from typing import Any

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.actions.electing import ballots_anew, locked_election
from zukunftsparlament.polls.actions.labelling import actor_of
from zukunftsparlament.polls.actions.tie_steps import Chosen, take_step
from zukunftsparlament.polls.queries.election_shapes import Candidate, Election
from zukunftsparlament.polls.rules import Choice, Kind, TieState, Way
from zukunftsparlament.polls.rules.elections import WhyNotElect
from zukunftsparlament.sittings.actions import happened
from zukunftsparlament.sittings.queries import Sitting

WITHDRAW = Sql("UPDATE candidacy SET withdrew_at = $2 WHERE id = $1")


async def withdraw(number: int, mark: int, which: int, member: int) -> None:
    """Says no, or steps back. While a ballot with them is out it is too late, and after it they may decline.

    Only the lock tells which of the two it is: the tie may have been shown a moment before the tap.
    """
    async with writing():
        sitting, found = await locked_election(number, mark, which)
        one = found.of(member)
        if one is None:
            raise Missing
        if one.withdrew_at is not None:
            return
        actor = await actor_of(found, member)
        tied = next((side.poll for side in found.sides if one.label in side.tied and side.poll), None)
        if tied is None:
            await _leave_list(sitting, found, one, actor=actor)
        else:
            await _make_way(sitting, found, one, tied, actor=actor)


async def _leave_list(sitting: Sitting, found: Election, one: Candidate, *, actor: str) -> None:
    if found.is_over:
        raise Refused(WhyNotElect.LIST_CLOSED)
    if one.label in found.elected:
        raise Refused(WhyNotElect.IS_ELECTED)
    if one.stands and found.is_busy:
        raise Refused(WhyNotElect.BALLOT_IS_OUT)
    await WITHDRAW.rows(one.id, now())
    if one.stands:
        await ballots_anew(found.prepared_from_list(one.side))
    said: dict[str, Any] = {"label": one.label, "as": "withdrew", "title": found.title}
    await happened(sitting, "candidate", actor=actor, item=found.item, election=found.mark, **said)


async def _make_way(sitting: Sitting, found: Election, one: Candidate, tied: int, *, actor: str) -> None:
    """One of those with the same number of votes. Where there is room for the others then, they are in."""
    poll = await queries.poll_for_changing(tied)
    tie = await queries.tie_of(await queries.counted(tied))
    if tie is None or tie.stands.state is not TieState.WAITS or poll.kind is Kind.YES_NO_ABSTAIN:
        raise Refused(WhyNotElect.NOT_TIED)
    choice: Choice = (str(poll.options.index(one.label) + 1),)
    await WITHDRAW.rows(one.id, now())
    said: dict[str, Any] = {"label": one.label, "as": "stepped_back", "title": found.title}
    await happened(sitting, "candidate", actor=actor, item=found.item, election=found.mark, poll=tied, **said)
    await take_step(tie, Chosen(way=Way.STEPS_BACK, stepped_back=choice[0]), follow_up=None, actor=actor)
