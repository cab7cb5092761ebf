"""A counted poll as its page draws it: one person, one sign."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from zukunftsparlament.kernel.picture_words import picture_of
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.polls.deputies import order_said
from zukunftsparlament.polls.how_texts import how_it_came
from zukunftsparlament.polls.paper_texts import paper_said
from zukunftsparlament.polls.queries import CountedPoll
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import Kind
from zukunftsparlament.polls.rules.in_sitting import is_rehearsed
from zukunftsparlament.polls.texts import ELECTED, choice_label

MOST_SIGNS = 200  # above it numbers say more than a crowd of dots
MOST_MISSING = 60
SIGNS = {"yes": "check", "no": "x", "abstain": "minus"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture word for a template (MiniJinja takes a named tuple for a plain list)."""

    word: str
    slug: str


def pictures(receipt: str) -> list[Picture]:
    """Of a receipt such as `igel-mond-tür-apfel`; none of an empty one."""
    found = [picture_of(word) for word in receipt.split("-")] if receipt else []
    return [Picture(one.word, one.slug) for one in found]


@dataclass(frozen=True, slots=True)
class Side:
    """`sign`: the icon of yes, no and abstain; "" for an option, which shows its number."""

    choice: str
    label: str
    votes: int
    sign: str


@dataclass(frozen=True, slots=True)
class Slip:
    """One line of the published list. `sides`: what is marked on it, in the order of the ballot."""

    words: list[Picture]
    receipt: str
    sides: list[Side]
    twice: bool


@dataclass(frozen=True, slots=True)
class ByName:
    """One line of a vote by name. `name`: "" for somebody who has left."""

    seat: int
    name: str
    sides: list[Side]


@dataclass(frozen=True, slots=True)
class ResultShown:
    """`names`: pseudonyms by seat, in a vote by name."""

    counted: CountedPoll
    names: Mapping[int, str] = field(default_factory=dict)

    @property
    def sides(self) -> list[Side]:
        options = self.counted.poll.options
        votes = self.counted.result.counts.votes
        return [Side(choice, choice_label(choice, options), n, SIGNS.get(choice, "")) for choice, n in votes]

    @property
    def people(self) -> list[Side]:
        """One for each ballot, side by side in the order of the paper; none when there are too many to draw."""
        if self.turnout > MOST_SIGNS or self.draws_bars:
            return []
        return [side for side in self.sides for _one in range(side.votes)]

    @property
    def draws_bars(self) -> bool:
        """Where one person has several crosses."""
        return self.turnout > 0 and self.counted.poll.kind in (Kind.UP_TO, Kind.BUDGET)

    @property
    def turnout(self) -> int:
        return self.counted.poll.turnout or 0

    @property
    def electorate_size(self) -> int:
        return self.counted.poll.electorate_size or 0

    @property
    def missing(self) -> int:
        return self.electorate_size - self.turnout

    @property
    def draws_missing(self) -> bool:
        return bool(self.people) and self.missing <= MOST_MISSING

    @property
    def paper(self) -> str:
        """How many slips of paper came back; "" where there were none."""
        poll = self.counted.poll
        return paper_said(poll.paper_given, poll.paper_returned, poll.paper_invalid)

    @property
    def word(self) -> str:
        """The outcome in a word or two; what a tie has come to, once it is settled."""
        outcome = self.counted.final.outcome
        if not self.counted.poll.binding and not is_rehearsed(self.counted.poll.number):
            return _("Stimmungsbild")
        if self.elects_one and outcome in ELECTED:
            return _(ELECTED[outcome])
        if self.counted.poll.persons and outcome is Outcome.CHOSEN:
            return _("Gewählt")
        return {
            Outcome.ACCEPTED: _("Angenommen"),
            Outcome.REJECTED: _("Abgelehnt"),
            Outcome.TIED: _("Gleichstand"),
            Outcome.CHOSEN: _("Entschieden"),
            Outcome.NO_MAJORITY: _("Keine Mehrheit"),
            Outcome.NOT_QUORATE: _("Nicht beschlussfähig"),
        }[outcome]

    @property
    def elects_one(self) -> bool:
        """Whether it was about one person: numbers against them are not shown large to a whole room."""
        return self.counted.poll.persons and self.counted.poll.kind is Kind.YES_NO_ABSTAIN

    @property
    def lost_alone(self) -> bool:
        """Whether that one person was not elected: no screen in the room puts a seat beside it."""
        return self.elects_one and self.counted.final.outcome is Outcome.REJECTED

    @property
    def reveals_everybody(self) -> bool:
        """To each other: one who voted alone learns nothing about others."""
        said = [tuple(ballot["choice"]) for ballot in self.counted.list_["ballots"]]
        return self.counted.poll.is_secret and len(said) > 1 and len(set(said)) == 1

    @property
    def slips(self) -> list[Slip]:
        """Of a secret poll, in the order of the receipts."""
        if not self.counted.poll.is_secret:
            return []
        ballots = self.counted.list_["ballots"]
        times = Counter(ballot["receipt"] for ballot in ballots)
        return [
            Slip(
                words=pictures(ballot["receipt"]),
                receipt=ballot["receipt"],
                sides=self._sides(ballot["choice"]),
                twice=times[ballot["receipt"]] > 1,
            )
            for ballot in ballots
        ]

    @property
    def by_name(self) -> list[ByName]:
        """Of a vote by name, in the order of the seats."""
        ballots = self.counted.list_["ballots"] if self.counted.poll.is_by_name else []
        return [ByName(one["seat"], self.names.get(one["seat"], ""), self._sides(one["choice"])) for one in ballots]

    def _sides(self, choice: Sequence[str]) -> list[Side]:
        sides = {side.choice: side for side in self.sides}
        return [sides[one] for one in choice]

    @property
    def how(self) -> list[str]:
        came = how_it_came(self.counted.final, self.counted.rule, self.counted.poll.options)
        return [*came, *order_said(self.counted)]
