"""What a count comes to: the numbers, and what follows from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from zukunftsparlament.polls.rules import Kind, choices_of


class Outcome(StrEnum):
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    TIED = "tied"
    CHOSEN = "chosen"
    NO_MAJORITY = "no_majority"
    NOT_QUORATE = "not_quorate"


@dataclass(frozen=True)
class Counts:
    """`votes`: every choice of the paper, in its order, with its number, also where that is 0."""

    kind: Kind
    votes: tuple[tuple[str, int], ...]

    def of(self, choice: str) -> int:
        return dict(self.votes)[choice]

    @property
    def ballots(self) -> int:
        return sum(number for _, number in self.votes)

    @property
    def sides(self) -> tuple[tuple[str, int], ...]:
        """What one can be for: all choices but abstaining."""
        return self.votes[:-1]

    @property
    def reveal_everybody(self) -> bool:
        """Whether all ballots say the same: then a secret result tells what each voter chose."""
        return self.ballots > 0 and max(number for _, number in self.votes) == self.ballots


@dataclass(frozen=True, kw_only=True)
class Result:
    """`winners`: yes where it was accepted, the option that was chosen, otherwise nothing.

    `tied`: who had the same number of votes, in ballot order, also after a rule or the lot has decided between them.
    `drawn`: the choice on which the lot has fallen. `present`: how many the quorum was asked of.
    """

    outcome: Outcome
    counts: Counts
    present: int = 0
    winners: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    quorate: bool = True
    unanimous: bool = False
    drawn: str | None = None


def from_json(written: Mapping[str, Any], *, kind: Kind, present: int | None = None) -> Result:
    """What `as_json` wrote. `present` is not in it: outside a sitting (None) it is the ballots."""
    paper = choices_of(kind, len(written["counts"]) - 1)
    counts = Counts(kind, tuple((choice, written["counts"][choice]) for choice in paper))
    return Result(
        outcome=Outcome(written["outcome"]),
        counts=counts,
        present=counts.ballots if present is None else present,
        winners=tuple(written["winners"]),
        tied=tuple(written["tied"]),
        quorate=written["quorate"],
        unanimous=written["unanimous"],
        drawn=written["drawn"],
    )


def as_json(counted: Result) -> dict[str, object]:
    return {
        "outcome": counted.outcome.value,
        "counts": dict(counted.counts.votes),
        "winners": list(counted.winners),
        "tied": list(counted.tied),
        "quorate": counted.quorate,
        "unanimous": counted.unanimous,
        "drawn": counted.drawn,
    }
