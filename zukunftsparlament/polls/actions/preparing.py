"""Preparing a poll: the question, who may answer it, when. Public from then on, so that a room can wait for it."""

import json
from collections.abc import Mapping
from types import MappingProxyType

from zukunftsparlament.journal.actions import next_number, record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Missing, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import rules
from zukunftsparlament.polls.rules import Draft, Kind, WhyNot
from zukunftsparlament.procedure.queries import valid_on
from zukunftsparlament.proposals.queries import row_of
from zukunftsparlament.proposals.rules import GIVEN_UP

ADD = Sql(
    "INSERT INTO poll (number, proposal, question, yes_means, no_means, kind, options, secrecy, electorate, rule_set, "
    "binding, prepared_at, prepared_by, opens_at, closes_at, void_reason) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, '')"
)

NO_PROBLEMS: Mapping[str, str] = MappingProxyType({})


async def prepare_poll(
    draft: Draft, *, proposal: int | None = None, actor: str, problems: Mapping[str, str] = NO_PROBLEMS
) -> int:
    """Returns the number of the new poll. `proposal` is a public number.

    It keeps the version of the rules of procedure that is valid today. Raises Wrong with every problem; `problems`
    are those of fields that could not even be read.
    """
    async with writing():
        why_nots = dict(rules.why_not_prepare(draft, now=now()))
        about, problem = await _proposal(proposal)
        if problem:
            why_nots["proposal"] = problem
        if why_nots or problems:
            raise Wrong({**{field: sentence(why_not) for field, why_not in why_nots.items()}, **problems})
        version = await valid_on()
        binding = rules.is_binding(draft.electorate, circular_votes_binding=version.rules.circular_votes_binding)
        number = await next_number("poll")
        asks_yes_or_no = draft.kind is Kind.YES_NO_ABSTAIN
        await ADD.rows(
            number,
            about,
            draft.question.strip(),
            draft.yes_means.strip() if asks_yes_or_no else "",
            draft.no_means.strip() if asks_yes_or_no else "",
            draft.kind.value,
            json.dumps([] if asks_yes_or_no else draft.options, ensure_ascii=False),
            draft.secrecy.value,
            draft.electorate.value,
            version.id,
            binding,
            now(),
            actor,
            draft.opens_at,
            draft.closes_at,
        )
        announce("polls")
        facts = {"secrecy": draft.secrecy, "electorate": draft.electorate, "binding": binding}
        await record(actor=actor, verb="prepare_poll", subject_kind="poll", subject_number=number, **facts)
    return number


async def _proposal(number: int | None) -> tuple[int | None, WhyNot | None]:
    """Its row id, or why there can be no poll about it."""
    if number is None:
        return None, None
    try:
        found = await row_of(number)
    except Missing:
        return None, WhyNot.PROPOSAL_UNKNOWN
    return (None, WhyNot.PROPOSAL_GIVEN_UP) if found.stage in GIVEN_UP else (found.id, None)
