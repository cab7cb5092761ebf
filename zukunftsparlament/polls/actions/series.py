"""Preparing the points of one paper: a poll for each that needs a vote, all at once."""

import json
from collections.abc import Mapping
from dataclasses import replace

from zukunftsparlament.journal.actions import next_number, record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import rules
from zukunftsparlament.polls.actions.guarding import problems_in
from zukunftsparlament.polls.actions.preparing import (
    NO_PROBLEMS,
    ONE_AT_A_TIME,
    SAME_TAP,
    add,
    as_it_counts,
    proposal_about,
    why_not_another,
)
from zukunftsparlament.polls.rules import SeriesDraft
from zukunftsparlament.procedure.queries import valid_on

ADD = Sql(
    "INSERT INTO poll_series (number, proposal, title, points, prepared_at) VALUES ($1, $2, $3, $4, $5) RETURNING id"
)
SAME = Sql("SELECT number FROM poll_series WHERE title = $1 AND points = $2 AND prepared_at > $3")


async def prepare_series(
    draft: SeriesDraft, *, proposal: int | None = None, actor: str, problems: Mapping[str, str] = NO_PROBLEMS
) -> int:
    """Returns the number of the series. As `prepare_poll`: five taps are one, and all problems come at once."""
    async with writing():
        version = await valid_on()
        await ONE_AT_A_TIME.rows(version.id)
        paper = as_it_counts(draft.paper)
        points = json.dumps([{"text": one.text, "reason": one.reason} for one in draft.points], ensure_ascii=False)
        again = await SAME.value(paper.question, points, now() - SAME_TAP)
        if again is not None:
            return int(again)
        binding = rules.is_binding(paper.electorate, circular_votes_binding=version.rules.circular_votes_binding)
        about, problem = await proposal_about(proposal)
        why_nots = dict(rules.why_not_series(replace(draft, paper=paper), now=now(), binding=binding))
        if problem := problem or await why_not_another(about, binding):
            why_nots["proposal"] = problem
        said = {field: sentence(why_not) for field, why_not in why_nots.items()}
        if wrong := {**problems_in(words_of_series(draft), actor=actor), **said, **problems}:
            raise Wrong(wrong)
        number = await next_number("poll_series")
        series = int(await ADD.value(number, about, paper.question, points, now()))
        for place, point in draft.voted_on:
            one = replace(draft, paper=paper).draft_of(point)
            await add(one, about, rule_set=version.id, binding=binding, actor=actor, series=series, point=place)
        await record(actor=actor, verb="prepare_series", subject_kind="poll_series", subject_number=number)
    return number


def words_of_series(draft: SeriesDraft) -> dict[str, str]:
    return {
        "question": draft.paper.question,
        "yes_means": draft.paper.yes_means,
        "no_means": draft.paper.no_means,
        "points": "\n".join(point.text for point in draft.points),
        "no_vote": "\n".join(point.reason for point in draft.points),
    }
