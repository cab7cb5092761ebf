"""Counted polls: for the result's page, and for the rooms above that hand results over."""

# ruff: noqa: S608  put together from constants of this room only

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.polls import published, results, texts
from zukunftsparlament.polls.queries.polls import FOR_ALL, is_a_number, missing
from zukunftsparlament.polls.queries.rows import ABOUT_PROPOSAL, COLUMNS, Poll, poll_in
from zukunftsparlament.polls.results import Outcome, Result
from zukunftsparlament.polls.rules import Kind
from zukunftsparlament.polls.rules.in_sitting import is_rehearsed
from zukunftsparlament.polls.yardstick import Yardstick, yardstick
from zukunftsparlament.procedure.rules import read_rule_set

if TYPE_CHECKING:
    from zukunftsparlament.polls.queries.tie_shapes import Tie

COUNTED = (
    f"SELECT {COLUMNS}, {ABOUT_PROPOSAL}, v.text AS proposal_text, p.result, p.published, p.signature, r.content "
    "FROM poll p LEFT JOIN proposal v ON v.id = p.proposal JOIN rule_set r ON r.id = p.rule_set "
    "WHERE p.counted_at IS NOT NULL"
)
BY_NUMBER = Sql(f"{COUNTED} AND p.number = $1")
PUBLISHED = f"{COUNTED} AND p.published_at IS NOT NULL AND p.voided_at IS NULL AND p.practice = $1"
ALL_PUBLISHED = Sql(f"{PUBLISHED} AND {FOR_ALL} ORDER BY p.number DESC")
# With all that followed a tie: what a tied one has come to may stand there.
OF_THESE = Sql(
    f"{PUBLISHED} AND {FOR_ALL} AND (p.after_tie IS NOT NULL "
    "OR p.number IN (SELECT CAST(value AS INTEGER) FROM {each:$2}))"
)
TIED_OR_AFTER = Sql(f"{PUBLISHED} AND (p.result LIKE $2 OR p.after_tie IS NOT NULL) ORDER BY p.number DESC")
TIED = '%"outcome": "tied"%'


@dataclass(frozen=True, kw_only=True)
class CountedPoll:
    """`listed`: the published list, canonical JSON. `proposal_text` is "" for a poll without a proposal.

    `result` is what was counted; `final` is what it has come to after a tie, where `tie` was asked for.
    """

    poll: Poll
    proposal_text: str
    result: Result
    rule: Yardstick
    listed: bytes
    signature: bytes
    final_vote: bool = False
    tie: "Tie | None" = None

    def wants_final_vote(self, outcome: Outcome) -> bool:
        """Whether a yes or no on the alternative that was chosen still has to follow. Never about persons."""
        about_a_matter = self.poll.proposal is not None or self.poll.item is not None
        alternatives = (
            self.poll.kind in (Kind.ONE_OF, Kind.RANKED) and about_a_matter and self.poll.after_tie_as != "ways"
        )
        asked = self.final_vote and self.poll.binding and not self.poll.persons
        return alternatives and asked and outcome is Outcome.CHOSEN

    @property
    def waits_for_final_vote(self) -> bool:
        return self.wants_final_vote(self.final.outcome)

    @property
    def is_undecided(self) -> bool:
        """Whether something still has to follow: a way out of a tie, or the yes or no on what was chosen."""
        return self.waits_for_final_vote or (self.tie is not None and self.tie.final is None)

    @property
    def settled_by(self) -> str | None:
        """What has decided where votes were equal: "lot", "chair", "run_off" or "share"."""
        if self.tie is None:
            return "lot" if self.result.drawn else None
        return self.tie.steps[-1].way.value if self.tie.final else None

    @property
    def final(self) -> Result:
        return (self.tie and self.tie.final) or self.result

    @property
    def counts(self) -> dict[str, int]:
        """Votes by the label that stood on the paper, in its order."""
        return {texts.choice_label(choice, self.poll.options): n for choice, n in self.result.counts.votes}

    @property
    def winner(self) -> str | None:
        return texts.choice_label(self.final.winners[0], self.poll.options) if self.final.winners else None

    @property
    def sentence(self) -> str:
        """In a rehearsal as it would be in earnest."""
        rule = replace(self.rule, binding=True) if is_rehearsed(self.poll.number) else self.rule
        return texts.result_sentence(self.result, rule, options=self.poll.options, persons=self.poll.persons)

    @property
    def rule_sentences(self) -> list[str]:
        return texts.rule_sentences(self.rule, persons=self.poll.persons)

    @property
    def sha256(self) -> str:
        return published.sha256(self.listed)

    @cached_property
    def list_(self) -> Any:
        return json.loads(self.listed)


async def counted(number: int) -> CountedPoll:
    """Also one that is not published yet, for those who lead it. Raises Missing before the count."""
    row = await BY_NUMBER.row(number) if is_a_number(number) else None
    if row is None:
        raise missing(number)
    return counted_in(row)


async def published_poll(number: int) -> CountedPoll:
    """Raises Missing before publication. A poll that was voided afterwards still shows what had been published."""
    found = await counted(number)
    if found.poll.times.published_at is None:
        raise Missing
    return found


async def published_polls() -> list[CountedPoll]:
    """Published, not void, no practice and not behind closed doors, newest first, as they were counted."""
    return [counted_in(row) for row in await ALL_PUBLISHED.rows(False)]


async def published_with(numbers: Collection[int]) -> list[CountedPoll]:
    """Of the same those with these numbers, and what followed a tie."""
    return [counted_in(row) for row in await OF_THESE.rows(False, json.dumps(sorted(numbers)))]


async def tied_polls() -> list[CountedPoll]:
    """Of those the tied ones, and the polls that followed them."""
    return [counted_in(row) for row in await TIED_OR_AFTER.rows(False, TIED)]


def counted_in(row: Row) -> CountedPoll:
    poll = poll_in(row)
    rule = json.loads(row["published"])["rule"]
    rule_set = read_rule_set(json.loads(row["content"]))
    return CountedPoll(
        poll=poll,
        proposal_text=row["proposal_text"] or "",
        result=results.from_json(
            json.loads(row["result"]), kind=poll.kind, ballots=row["turnout"], present=rule["present"]
        ),
        rule=yardstick(
            rule_set,
            kind=poll.kind,
            options=len(poll.options),
            binding=poll.binding,
            seats=rule["seats"],
            second_call=rule["second_call"],
            terms=poll.terms,
            schools=poll.schools,
        ),
        listed=row["published"].encode(),
        signature=bytes(row["signature"]),
        final_vote=rule_set.final_vote,
    )
