"""Ties, and what came of them: the steps that were taken, in their order, and where that leads."""

import json
from collections.abc import Iterable, Mapping

from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.polls import settling
from zukunftsparlament.polls.queries.counted import CountedPoll, counted
from zukunftsparlament.polls.queries.tie_shapes import Tie, TieStep
from zukunftsparlament.polls.results import Outcome, Result
from zukunftsparlament.polls.rules import SETTLES, Choice, Stands, TieState, Way, ways_to_vote_on

STEP = (
    "SELECT t.poll, t.place, t.at, t.actor, t.way, t.winners, t.lot, t.shares, t.stepped_back, "
    "f.number AS follow_up, f.published_at, f.voided_at, "
    "CASE WHEN v.removed_at IS NULL THEN t.reason ELSE '' END AS reason "  # as all words about it
    "FROM tie_step t JOIN poll p ON p.id = t.poll LEFT JOIN proposal v ON v.id = p.proposal "
    "LEFT JOIN poll f ON f.id = t.follow_up"
)
STEPS = Sql(f"{STEP} WHERE t.poll = $1 ORDER BY t.place")
ALL_STEPS = Sql(f"{STEP} ORDER BY t.poll, t.place")


async def tie_of(found: CountedPoll) -> Tie | None:
    """None where nothing was tied, where a rule or the lot has settled it already, and in a straw poll."""
    if not _waits_for_somebody(found):
        return None
    steps = [_step(row) for row in await STEPS.rows(found.poll.id)]
    later = [step.follow_up for step in steps if step.follow_up and step.follows_up and step.is_published]
    return _tie(found, steps, {number: await final_of(await counted(number)) for number in later})


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
        later = [known[step.follow_up] for step in taken if step.follow_up in known]
        return _tie(found, taken, {one.poll.number: tie(one).final or one.result for one in later})

    return {number: tie(found) for number, found in known.items() if _waits_for_somebody(found)}


def _waits_for_somebody(found: CountedPoll) -> bool:
    return found.result.outcome is Outcome.TIED and found.rule.tie is not None


def _tie(found: CountedPoll, steps: list[TieStep], later: Mapping[int, Result]) -> Tie:
    """`later`: what the polls that followed have come to, by number; only those that are published and not void."""
    last, about = found.result, {}
    waiting: TieStep | None = None  # the last step that has not settled the tie it was about
    for step in steps:
        about[step.place] = last
        if step.way is Way.STEPS_BACK:
            last = settling.without(last, step.stepped_back)
            if last.outcome is not Outcome.TIED:
                return Tie(found, steps, Stands(TieState.SETTLED), last, about[step.place], about)
            continue
        waiting = step
        picked = _picked(last, step, later)
        if picked and set(picked) <= set(last.tied):
            after = settling.settled(last, found.rule, picked=picked)
            if after.outcome is not Outcome.TIED:
                return Tie(found, steps, Stands(TieState.SETTLED), after, last, about)
            last, waiting = after, None
    return Tie(found, steps, _stands(found, waiting, later), None, last, about)


def _picked(tied: Result, step: TieStep, later: Mapping[int, Result]) -> Choice:
    if step.way in SETTLES:
        return step.picked
    after = later.get(step.follow_up or 0)
    if step.way is Way.WAYS or after is None or after.outcome not in settling.DECIDED:
        return ()
    if step.way is Way.ENLARGE:
        return tied.tied if after.outcome is Outcome.ACCEPTED else ()
    return settling.picked_by(after, tied=tied.tied)


def _stands(found: CountedPoll, step: TieStep | None, later: Mapping[int, Result]) -> Stands:
    """A poll that followed and is void, or decided nothing, leaves the tie as it was."""
    if step is None:
        return Stands(TieState.WAITS)
    if step.way is Way.LOT:
        return Stands(TieState.DRAWING)
    if not step.follows_up:
        return Stands(TieState.WAITS)
    after = later.get(step.follow_up or 0)
    if after is None or after.outcome is Outcome.TIED:
        return Stands(TieState.GOES_ON)
    return Stands(TieState.WAITS, _way_chosen(found, after) if step.way is Way.WAYS else None)


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
        stepped_back=row["stepped_back"],
    )
