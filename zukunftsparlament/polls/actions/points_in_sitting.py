"""The points of one paper in a sitting: a vote for each that needs one, all prepared at once, opened one by one."""

import json
from collections.abc import Mapping
from dataclasses import replace

from zukunftsparlament.journal.actions import next_number, record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import rules
from zukunftsparlament.polls.actions.guarding import problems_in
from zukunftsparlament.polls.actions.place_for_vote import AS_USUAL, Place, hold_here, place_for_preparing
from zukunftsparlament.polls.actions.preparing import NO_PROBLEMS, add, as_it_counts, why_not_another
from zukunftsparlament.polls.actions.series import ADD, words_of_series
from zukunftsparlament.polls.rules import SeriesDraft
from zukunftsparlament.polls.rules.in_sitting import FIRST_REHEARSED, HeldAs

SAME = Sql(
    "SELECT p.number FROM poll p JOIN poll_series s ON s.id = p.series WHERE p.item = $1 AND s.title = $2 "
    "AND s.points = $3 AND p.binding = $4 AND p.by_hands = $5 AND p.secrecy = $6 "
    "AND p.voided_at IS NULL ORDER BY p.point LIMIT 1"
)


async def prepare_points_in_sitting(
    number: int,
    mark: int,
    draft: SeriesDraft,
    *,
    held: HeldAs = AS_USUAL,
    actor: str,
    problems: Mapping[str, str] = NO_PROBLEMS,
) -> int:
    """Returns the number of the first poll. Raises Wrong with every problem, Refused."""
    async with writing():
        place = await place_for_preparing(number, mark, actor)
        draft = replace(draft, paper=as_it_counts(replace(draft.paper, opens_at=None, closes_at=None)))
        points = json.dumps([{"text": one.text, "reason": one.reason} for one in draft.points], ensure_ascii=False)
        binding = place.binds(draft.paper, held)
        how = (binding, held.by_hands, draft.paper.secrecy.value)
        if (again := await SAME.value(place.item.id, draft.paper.question, points, *how)) is not None:
            return int(again)
        about = None if place.is_rehearsed else place.item.proposal
        why_nots = dict(rules.why_not_series(draft, now=now(), binding=binding or place.is_rehearsed))
        if problem := await why_not_another(about, binding):
            why_nots["proposal"] = problem
        said = {field: sentence(why_not) for field, why_not in why_nots.items()}
        if wrong := {**problems_in(words_of_series(draft), actor=actor), **said, **problems}:
            raise Wrong(wrong)
        first = await _add_all(place, draft, held, points, about, binding=binding, actor=actor)
        announce(place.sitting.room)
    return first


async def _add_all(
    place: Place, draft: SeriesDraft, held: HeldAs, points: str, about: int | None, *, binding: bool, actor: str
) -> int:
    rehearsed = place.is_rehearsed
    paper = FIRST_REHEARSED + await next_number("rehearsed_series") if rehearsed else await next_number("poll_series")
    series = int(await ADD.value(paper, about, draft.paper.question, points, now()))
    numbers = []
    for count, point in draft.voted_on:
        number = await add(
            draft.draft_of(point),
            about,
            rule_set=place.sitting.rule_set,
            binding=binding,
            actor=actor,
            series=series,
            point=count,
            rehearsed=rehearsed,
        )
        numbers.append(number)
        await hold_here(place, number, HeldAs(by_hands=held.by_hands), practice=rehearsed)
    if not rehearsed:
        await record(actor=actor, verb="prepare_series", subject_kind="poll_series", subject_number=paper)
    return numbers[0]
