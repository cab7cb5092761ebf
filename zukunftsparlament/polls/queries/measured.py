"""A poll together with the yardstick it will be, or has been, measured by."""

import json
from dataclasses import dataclass

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import texts
from zukunftsparlament.polls.queries.polls import is_a_number, missing
from zukunftsparlament.polls.queries.rows import ABOUT_PROPOSAL, COLUMNS, Poll, poll_in
from zukunftsparlament.polls.rules import Kind
from zukunftsparlament.polls.yardstick import Yardstick, yardstick
from zukunftsparlament.procedure.rules import read_rule_set

# ruff: noqa: S608  put together from constants of this room only
MEASURED = Sql(
    f"SELECT {COLUMNS}, {ABOUT_PROPOSAL}, r.content, (SELECT count(*) FROM seat) AS seats_now "
    "FROM poll p JOIN rule_set r ON r.id = p.rule_set LEFT JOIN proposal v ON v.id = p.proposal WHERE p.number = $1"
)


@dataclass(frozen=True, slots=True)
class Measured:
    poll: Poll
    rule: Yardstick
    final_vote: bool = False

    @property
    def rule_sentences(self) -> list[str]:
        said = texts.rule_sentences(self.rule, persons=self.poll.persons)
        return [*said, texts.final_vote_sentence()] if self._final_vote_follows else said

    @property
    def _final_vote_follows(self) -> bool:
        poll = self.poll
        about = (
            (poll.proposal is not None or poll.item is not None)
            and not poll.persons
            and poll.kind in (Kind.ONE_OF, Kind.RANKED)
        )
        return self.final_vote and about and poll.binding


async def measured(number: int) -> Measured:
    row = await MEASURED.row(number) if is_a_number(number) else None
    if row is None:
        raise missing(number)
    poll = poll_in(row)
    rules = read_rule_set(json.loads(row["content"]))
    options = len(poll.options)
    seats = int(row["seats_now"]) if poll.seats is None else poll.seats
    rule = yardstick(
        rules,
        kind=poll.kind,
        options=options,
        binding=poll.binding,
        seats=seats,
        second_call=poll.second_call,
        terms=poll.terms,
        schools=poll.schools,
    )
    return Measured(poll, rule, rules.final_vote)
