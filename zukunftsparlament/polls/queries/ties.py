"""Ties, and what came of them: the steps that were taken, in their order, and where that leads."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.polls import settling
from zukunftsparlament.polls.queries.counted import CountedPoll, counted
from zukunftsparlament.polls.queries.polls import poll as find
from zukunftsparlament.polls.queries.rows import Poll
from zukunftsparlament.polls.results import Outcome, Result
from zukunftsparlament.polls.rules import Choice, PollState, Stands, TieState, Way, ways_of, ways_to_vote_on

STEP = (
    "SELECT t.poll, t.place, t.at, t.actor, t.way, t.winners, t.reason, t.lot, t.shares, f.number AS follow_up "
    "FROM tie_step t LEFT JOIN poll f ON f.id = t.follow_up"
)
STEPS = Sql(f"{STEP} WHERE t.poll = $1 ORDER BY t.place")
ALL_STEPS = Sql(f"{STEP} ORDER BY t.poll, t.place")


@dataclass(frozen=True, slots=True)
class TieStep:
    """`follow_up`: the number of a poll. `picked`: where the step itself has settled the tie. `shares`: cents."""

    place: int
    at: Any
    actor: str
    way: Way
    follow_up: int | None
    picked: Choice
    reason: str
    lot: Mapping[str, str]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A run-off, or a vote on the way. `final`: what it has come to; None while it is not published, or void."""

    poll: Poll
    final: Result | None


@dataclass(frozen=True, slots=True)
class Tie:
    """A published poll that ended tied. `final`: its result once the tie is settled."""

    counted: CountedPoll
    steps: list[TieStep]
    follow_up: FollowUp | None
    stands: Stands
    final: Result | None

    @property
    def offered(self) -> tuple[Way, ...]:
        """What may be chosen now."""
        if self.stands.state is not TieState.WAITS:
            return ()
        if self.stands.chosen:
            return (self.stands.chosen,)
        return ways_of(self.counted.rule.tie, is_about_ways=self.counted.poll.after_tie_as == Way.WAYS)


async def tie_of(found: CountedPoll) -> Tie | None:
    """None where nothing was tied, or a rule or the lot has settled it already."""
    if found.result.outcome is not Outcome.TIED:
        return None
    steps = [_step(row) for row in await STEPS.rows(found.poll.id)]
    return _tie(found, steps, await _follow_up(steps))


async def _follow_up(steps: list[TieStep]) -> FollowUp | None:
    number = steps[-1].follow_up if steps else None
    if number is None:
        return None
    try:
        later = await counted(number)
    except Missing:  # not counted yet
        return FollowUp(await find(number), None)
    return FollowUp(later.poll, await final_of(later) if later.poll.state is PollState.PUBLISHED else None)


async def final_of(found: CountedPoll) -> Result:
    """What a poll has come to: its count, or what settled its tie."""
    tie = await tie_of(found)
    return tie.final if tie and tie.final else found.result


async def ties_of(polls: Iterable[CountedPoll]) -> dict[int, Tie]:
    """By number, of published polls that are not void. One statement for all of them, however many were tied."""
    known = {found.poll.number: found for found in polls}
    steps: dict[int, list[TieStep]] = {}
    for row in await ALL_STEPS.rows():
        steps.setdefault(row["poll"], []).append(_step(row))

    def tie(found: CountedPoll) -> Tie:
        taken = steps.get(found.poll.id, [])
        later = known.get(taken[-1].follow_up or 0) if taken else None
        return _tie(found, taken, FollowUp(later.poll, tie(later).final or later.result) if later else None)

    return {number: tie(found) for number, found in known.items() if found.result.outcome is Outcome.TIED}


def _tie(found: CountedPoll, steps: list[TieStep], follow_up: FollowUp | None) -> Tie:
    picked = _picked(found, steps, follow_up) if found.result.outcome is Outcome.TIED else ()
    final = settling.settled(found.result, found.rule, picked=picked) if picked else None
    return Tie(found, steps, follow_up, _stands(found, steps, follow_up, is_settled=bool(picked)), final)


def _picked(found: CountedPoll, steps: list[TieStep], follow_up: FollowUp | None) -> Choice:
    if not steps:
        return ()
    if steps[-1].way is not Way.RUN_OFF:
        return steps[-1].picked
    again = follow_up.final if follow_up else None
    decided = again is not None and again.outcome in settling.DECIDED
    return settling.picked_by(again, tied=found.result.tied) if again and decided else ()


def _stands(found: CountedPoll, steps: list[TieStep], follow_up: FollowUp | None, *, is_settled: bool) -> Stands:
    """A follow-up that is void, or decided nothing, leaves the tie as it was."""
    if is_settled:
        return Stands(TieState.SETTLED)
    if not steps:
        return Stands(TieState.WAITS)
    if steps[-1].way is Way.LOT:
        return Stands(TieState.DRAWING)
    if follow_up is None or follow_up.poll.state is PollState.VOID:
        return Stands(TieState.WAITS)
    if follow_up.final is None or follow_up.final.outcome is Outcome.TIED:
        return Stands(TieState.GOES_ON)
    return Stands(TieState.WAITS, _way_chosen(found, follow_up.final) if steps[-1].way is Way.WAYS else None)


def _way_chosen(found: CountedPoll, voted: Result) -> Way | None:
    """Which of the ways stands behind the option that has won."""
    if voted.outcome is not Outcome.CHOSEN:
        return None
    ways = ways_to_vote_on(found.poll.kind, persons=found.poll.persons)
    return ways[int(voted.winners[0]) - 1]


def _step(row: Row) -> TieStep:
    return TieStep(
        place=row["place"],
        at=row["at"],
        actor=row["actor"],
        way=Way(row["way"]),
        follow_up=row["follow_up"],
        picked=tuple(json.loads(row["winners"])),
        reason=row["reason"],
        lot=json.loads(row["lot"]),
        shares=tuple(json.loads(row["shares"])),
    )
