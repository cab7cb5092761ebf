"""The ballot paper of one person, and the polls that wait for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import SystemRandom

from zukunftsparlament.kernel.keys import key_for
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.polls import receipts
from zukunftsparlament.polls.queries.polls import IN_LISTS, running
from zukunftsparlament.polls.queries.polls import poll as find
from zukunftsparlament.polls.queries.roll import Place, place_of
from zukunftsparlament.polls.queries.rows import ABOUT_PROPOSAL, COLUMNS, Poll, poll_in
from zukunftsparlament.polls.rules import (
    VOTES_ARE_TAKEN,
    PollState,
    WhyNot,
    choices_of,
    why_not_vote,
)
from zukunftsparlament.polls.texts import choice_label
from zukunftsparlament.procedure import queries as procedure

RECEIPT_PURPOSE = "receipts"


CANDIDATES = Sql(
    "SELECT c.label, m.name FROM poll p JOIN candidacy c ON c.election = p.election JOIN member m ON m.id = c.member "
    "WHERE p.id = $1 AND m.role IS NOT NULL"
)


RUNNING_FOR = Sql(
    f"SELECT {COLUMNS}, {ABOUT_PROPOSAL}, r.id AS on_roll, t.id AS turnout, o.id AS open_vote, x.id AS paper "  # noqa: S608
    "FROM poll p LEFT JOIN proposal v ON v.id = p.proposal LEFT JOIN on_roll r ON r.poll = p.id AND r.member = $1 "
    "LEFT JOIN turnout t ON t.poll = r.poll AND t.member = r.member "
    "LEFT JOIN open_vote o ON o.poll = r.poll AND o.member = r.member "
    "LEFT JOIN paper_voter x ON x.poll = r.poll AND x.member = r.member "
    f"WHERE {IN_LISTS} ORDER BY p.number"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of the paper: `value` goes into the form; `means` is what a yes or a no leads to; `cost` in cents.

    `who`: pseudonym of a candidate."""

    value: str
    label: str
    means: str = ""
    who: str = ""
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """`receipt`: drawn and signed for the form, "" in an open poll and where nobody may vote.

    `is_shuffled`: the options stand in an order drawn for this showing. It is kept nowhere, so it links nobody to a
    ballot; their numbers are those of the poll. `names`: pseudonyms of candidates by what the ballot calls them.
    """

    poll: Poll
    place: Place
    why_not: WhyNot | None
    receipt: str = ""
    is_shuffled: bool = False
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def options(self) -> list[Mark]:
        """What can be marked, but abstaining."""
        poll = self.poll
        costs = dict(enumerate(poll.terms.costs, start=1))
        options = [
            Mark(str(n), label, who=self.names.get(label, ""), cost=costs.get(n, 0))
            for n, label in enumerate(poll.options, start=1)
        ]
        if self.is_shuffled:
            SystemRandom().shuffle(options)
        return options

    @property
    def marks(self) -> list[Mark]:
        """Of a paper with one cross, in its order."""
        means = {"yes": self.poll.yes_means, "no": self.poll.no_means}
        paper = choices_of(self.poll.kind, 0)
        fixed = [Mark(choice, choice_label(choice, ()), means.get(choice, "")) for choice in paper]
        return [*self.options, *fixed]

    @property
    def is_in(self) -> bool:
        """Whether a secret vote of this person lies in the box: then there is nothing left to choose."""
        return self.poll.is_secret and self.place.has_voted


@dataclass(frozen=True, slots=True)
class MyPoll:
    """A running poll as somebody signed in sees it in a list."""

    poll: Poll
    place: Place

    @property
    def waits(self) -> bool:
        return (
            self.poll.state in VOTES_ARE_TAKEN
            and self.place.on_roll
            and not (self.place.has_voted or self.place.on_paper)
        )


async def paper_for(number: int, member: int | None, *, receipt: str = "") -> Paper:
    """`receipt`: the signed one of a form that came back with a problem; otherwise a new one is drawn."""
    return await paper_on(await find(number), member, receipt=receipt)


async def paper_on(poll: Poll, member: int | None, *, receipt: str = "") -> Paper:
    place = await place_of(member, poll)
    may_vote = place.on_roll or poll.state is PollState.PREPARED  # before it opens there is no roll yet
    why_not = why_not_vote(state=poll.state, may_vote=may_vote, on_paper=place.on_paper, by_school=poll.by_school)
    if why_not or (poll.is_secret and place.has_voted):
        return Paper(poll, place, why_not)
    slip = (_again(receipt, poll.number) or _drawn(poll.number)) if poll.is_secret else ""
    return Paper(poll, place, None, slip, bool(poll.options) and await _shuffles(poll), await _names(poll))


async def _names(poll: Poll) -> dict[str, str]:
    """Whoever votes knows their pseudonyms better than their seats."""
    if not poll.persons:
        return {}
    return {row["label"]: row["name"] for row in await CANDIDATES.rows(poll.id)}


async def _shuffles(poll: Poll) -> bool:
    return (await procedure.version(poll.rule_set)).rules.random_ballot_order


def _drawn(number: int) -> str:
    return receipts.sign(receipts.draw(), number, key_for(RECEIPT_PURPOSE))


def _again(signed: str, number: int) -> str:
    try:
        receipts.read(signed, number, key_for(RECEIPT_PURPOSE))
    except receipts.WrongReceipt:
        return ""
    return signed


def _place_in(row: Row) -> Place:
    voted = bool(row["turnout"] or row["open_vote"])
    return Place(bool(row["on_roll"]), voted, on_paper=bool(row["paper"]))


async def polls_for(member: int | None) -> list[MyPoll]:
    """All running polls, those that wait for a vote of `member` first. Practice is shown to those who practise."""
    if member is None:
        mine = [MyPoll(poll, Place()) for poll in await running()]
    else:
        found = [MyPoll(poll_in(row), _place_in(row)) for row in await RUNNING_FOR.rows(member)]
        mine = [one for one in found if one.place.on_roll or not one.poll.practice]
    return sorted(mine, key=lambda one: (not one.waits, one.poll.state is PollState.PREPARED, one.poll.number))
