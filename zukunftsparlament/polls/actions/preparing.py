"""Preparing a poll: the question, who may answer it, when. Public from then on, so that a room can wait for it.

Five taps are one poll: the same draft of the same person within a minute is what has been prepared already.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from zukunftsparlament.journal.actions import next_number
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Missing, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import queries, rules
from zukunftsparlament.polls.actions.guarding import problems_in
from zukunftsparlament.polls.actions.key_cards import tell_chairs
from zukunftsparlament.polls.actions.leading import note
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.queries.counted import TIED
from zukunftsparlament.polls.rules import Draft, Kind, WhyNot
from zukunftsparlament.polls.rules.in_sitting import FIRST_REHEARSED
from zukunftsparlament.procedure.queries import valid_on
from zukunftsparlament.proposals.queries import row_of
from zukunftsparlament.proposals.rules import GIVEN_UP

ADD = Sql(
    "INSERT INTO poll (number, proposal, question, yes_means, no_means, kind, options, secrecy, electorate, rule_set, "
    "binding, prepared_at, prepared_by, opens_at, closes_at, terms, persons, series, point, two_key, "
    "void_reason) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, '')"
)
# Whoever prepares waits here for the one before, and then sees what that one has prepared.
ONE_AT_A_TIME = Sql("SELECT id FROM rule_set WHERE id = $1 {for_update}")
# What was prepared for an item that is over is never opened any more: the proposal is free for the next sitting.
UNDECIDED = Sql(
    "SELECT p.number FROM poll p WHERE p.proposal = $1 AND p.binding = $2 AND p.published_at IS NULL "
    "AND p.voided_at IS NULL AND (p.opened_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM agenda_item i "
    "JOIN sitting s ON s.id = i.sitting WHERE i.id = p.item AND (i.ended_at IS NOT NULL OR s.closed_at IS NOT NULL)))"
)
TIED_ABOUT = Sql(
    "SELECT number FROM poll WHERE proposal = $1 AND binding = $2 AND published_at IS NOT NULL AND voided_at IS NULL "
    "AND result LIKE $3"
)

SAME_TAP = timedelta(minutes=1)
NO_PROBLEMS: Mapping[str, str] = MappingProxyType({})


async def prepare_poll(
    draft: Draft, *, proposal: int | None = None, actor: str, problems: Mapping[str, str] = NO_PROBLEMS
) -> int:
    """Returns the number of the new poll. `proposal` is a public number.

    It keeps the version of the rules of procedure that is valid today. Raises Wrong with every problem; `problems`
    are those of fields that could not even be read.
    """
    async with writing():
        version = await valid_on()
        await ONE_AT_A_TIME.rows(version.id)
        draft = as_it_counts(draft)
        binding = rules.is_binding(draft.electorate, circular_votes_binding=version.rules.circular_votes_binding)
        about, problem = await proposal_about(proposal)
        if again := None if problem or problems else await _same(draft, about, actor):
            return again
        why_nots = dict(rules.why_not_prepare(draft, now=now(), binding=binding))
        if problem := problem or await why_not_another(about, binding):
            why_nots["proposal"] = problem
        if draft.two_key and (problem := await queries.why_not_two_keys()):
            why_nots.setdefault("two_key", problem)
        said = {field: sentence(why_not) for field, why_not in why_nots.items()}
        if wrong := {**problems_in(words_of(draft), actor=actor), **said, **problems}:
            raise Wrong(wrong)
        return await add(draft, about, rule_set=version.id, binding=binding, actor=actor)


async def add(
    draft: Draft,
    about: int | None,
    *,
    rule_set: int,
    binding: bool,
    actor: str,
    series: int | None = None,
    point: int | None = None,
    rehearsed: bool = False,
) -> int:
    """Writes a poll that nothing speaks against. `about`, `rule_set` and `series` are row ids. Inside `writing()`."""
    number = FIRST_REHEARSED + await next_number("rehearsed_poll") if rehearsed else await next_number("poll")
    planned = (draft.opens_at, draft.closes_at)
    terms = json.dumps(rules.terms_as_json(draft.kind, draft.terms))
    own = (terms, draft.persons, series, point, draft.two_key)
    await ADD.rows(*_row(number, about, draft), rule_set, binding, now(), actor, *planned, *own)
    announce("polls")
    facts = {"secrecy": draft.secrecy, "electorate": draft.electorate, "binding": binding}
    if draft.two_key and not rehearsed:
        await tell_chairs(number)
    await note(number, actor=actor, verb="prepare_poll", **facts)
    return number


def as_it_counts(draft: Draft) -> Draft:
    """Without what was typed into fields of another kind."""
    yes_or_no = draft.kind is Kind.YES_NO_ABSTAIN
    return replace(
        draft,
        question=draft.question.strip(),
        yes_means=draft.yes_means.strip() if yes_or_no else "",
        no_means=draft.no_means.strip() if yes_or_no else "",
        options=() if yes_or_no else draft.options,
        terms=rules.terms_in(rules.terms_as_json(draft.kind, draft.terms)),
    )


def words_of(draft: Draft) -> dict[str, str]:
    """What somebody has typed, by field."""
    return {
        "question": draft.question,
        "yes_means": draft.yes_means,
        "no_means": draft.no_means,
        "options": "\n".join(draft.options),
    }


def _row(number: int, about: int | None, draft: Draft) -> tuple[object, ...]:
    options = json.dumps(draft.options, ensure_ascii=False)
    words = (draft.question, draft.yes_means, draft.no_means, draft.kind.value, options)
    return (number, about, *words, draft.secrecy.value, draft.electorate.value)


async def _same(draft: Draft, about: int | None, actor: str) -> int | None:
    """The number of a poll that this person prepared a moment ago with the same words."""
    just_now = await queries.prepared_since(now() - SAME_TAP, actor=actor)
    return next((poll.number for poll in just_now if poll.proposal == about and draft_of(poll) == draft), None)


def draft_of(poll: Poll) -> Draft:
    return Draft(
        question=poll.question,
        yes_means=poll.yes_means,
        no_means=poll.no_means,
        kind=poll.kind,
        options=poll.options,
        terms=poll.terms,
        persons=poll.persons,
        two_key=poll.two_key,
        secrecy=poll.secrecy,
        electorate=poll.electorate,
        opens_at=poll.times.opens_at,
        closes_at=poll.times.closes_at,
    )


async def why_not_another(about: int | None, binding: bool) -> WhyNot | None:
    """One question is decided once: two binding polls about it could come out differently, also while a tie waits."""
    if about is None or not binding:
        return None
    if await UNDECIDED.row(about, True):
        return WhyNot.PROPOSAL_IN_ANOTHER_POLL
    for row in await TIED_ABOUT.rows(about, True, TIED):
        tie = await queries.tie_of(await queries.counted(row["number"]))
        if tie and tie.final is None:
            return WhyNot.PROPOSAL_TIED
    return None


async def proposal_about(number: int | None) -> tuple[int | None, WhyNot | None]:
    """Its row id, or why there can be no poll about it."""
    if number is None:
        return None, None
    try:
        found = await row_of(number)
    except Missing:
        return None, WhyNot.PROPOSAL_UNKNOWN
    return (None, WhyNot.PROPOSAL_GIVEN_UP) if found.stage in GIVEN_UP else (found.id, None)
