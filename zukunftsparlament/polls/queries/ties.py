"""Ties, and what came of them: the steps that were taken, in their order, and where that leads."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.polls import settling
from zukunftsparlament.polls.queries.counted import CountedPoll, counted
from zukunftsparlament.polls.results import Outcome, Result
from zukunftsparlament.polls.rules import SETTLES, Choice, Stands, TieState, Way, ways_of, ways_to_vote_on

STEP = (
    "SELECT t.poll, t.place, t.at, t.actor, t.way, t.winners, t.lot, t.shares, f.number AS follow_up, f.published_at, "
    "f.voided_at, CASE WHEN v.removed_at IS NULL THEN t.reason ELSE '' END AS reason "  # as all words about it
    "FROM tie_step t JOIN poll p ON p.id = t.poll LEFT JOIN proposal v ON v.id = p.proposal "
    "LEFT JOIN poll f ON f.id = t.follow_up"
)
STEPS = Sql(f"{STEP} WHERE t.poll = $1 ORDER BY t.place")
ALL_STEPS = Sql(f"{STEP} ORDER BY t.poll, t.place")


@dataclass(frozen=True, slots=True)
class TieStep:
    """`follow_up`: the number of a poll, `follows_up`: whether it still may, or did. `shares`: cents.

    `picked`: where the step itself has settled the tie.
    """

    place: int
    at: Any
    actor: str
    way: Way
    follow_up: int | None
    follows_up: bool
    is_published: bool
    picked: Choice
    reason: str
    lot: Mapping[str, str]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A published poll that ended tied. `final`: its result once the tie is settled."""

    counted: CountedPoll
    steps: list[TieStep]
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
    """None where nothing was tied, where a rule or the lot has settled it already, and in a straw poll."""
    if not _waits_for_somebody(found):
        return None
    steps = [_step(row) for row in await STEPS.rows(found.poll.id)]
    later = steps[-1].follow_up if steps and steps[-1].follows_up and steps[-1].is_published else None
    return _tie(found, steps, await final_of(await counted(later)) if later else None)


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
        return _tie(found, taken, tie(later).final or later.result if later else None)

    return {number: tie(found) for number, found in known.items() if _waits_for_somebody(found)}


def _waits_for_somebody(found: CountedPoll) -> bool:
    return found.result.outcome is Outcome.TIED and found.rule.tie is not None


def _tie(found: CountedPoll, steps: list[TieStep], later: Result | None) -> Tie:
    """`later`: what the poll that followed has come to; None while there is none, or it is not published."""
    picked = _picked(found, steps, later) if found.result.outcome is Outcome.TIED else ()
    final = settling.settled(found.result, found.rule, picked=picked) if picked else None
    return Tie(found, steps, _stands(found, steps, later, is_settled=bool(picked)), final)


def _picked(found: CountedPoll, steps: list[TieStep], later: Result | None) -> Choice:
    if not steps:
        return ()
    if steps[-1].way in SETTLES:
        return steps[-1].picked
    if steps[-1].way is Way.WAYS:
        return ()
    decided = later is not None and later.outcome in settling.DECIDED
    return settling.picked_by(later, tied=found.result.tied) if later and decided else ()


def _stands(found: CountedPoll, steps: list[TieStep], later: Result | None, *, is_settled: bool) -> Stands:
    """A poll that followed and is void, or decided nothing, leaves the tie as it was."""
    if is_settled:
        return Stands(TieState.SETTLED)
    if not steps:
        return Stands(TieState.WAITS)
    if steps[-1].way is Way.LOT:
        return Stands(TieState.DRAWING)
    if not steps[-1].follows_up:
        return Stands(TieState.WAITS)
    if later is None or later.outcome is Outcome.TIED:
        return Stands(TieState.GOES_ON)
    return Stands(TieState.WAITS, _way_chosen(found, later) if steps[-1].way is Way.WAYS else None)


def _way_chosen(found: CountedPoll, voted: Result) -> Way | None:
    """Which of the ways stands behind the option that has won."""
    if voted.outcome is not Outcome.CHOSEN or len(voted.winners) != 1:
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
        follows_up=row["follow_up"] is not None and row["voided_at"] is None,
        is_published=row["published_at"] is not None,
        picked=tuple(json.loads(row["winners"])),
        reason=row["reason"],
        lot=json.loads(row["lot"]),
        shares=tuple(json.loads(row["shares"])),
    )
