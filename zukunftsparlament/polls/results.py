"""What a count comes to: the numbers, and what follows from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """`votes`: every choice of the paper, in its order, with its number, also where that is 0.

    `cast`: how many ballots there are, where one may hold several marks; else it is the sum.
    """

    kind: Kind
    votes: tuple[tuple[str, int], ...]
    cast: int | None = None

    def of(self, choice: str) -> int:
        return dict(self.votes)[choice]

    @property
    def ballots(self) -> int:
        return sum(number for _, number in self.votes) if self.cast is None else self.cast

    @property
    def sides(self) -> tuple[tuple[str, int], ...]:
        """What one can be for: all choices but abstaining."""
        return self.votes[:-1]


@dataclass(frozen=True, kw_only=True)
class Result:
    """`winners`: yes where it was accepted, the options that were chosen, otherwise nothing. In ballot order.

    `tied`: who had the same number of votes, in ballot order, also after a rule or the lot has decided between them.
    `drawn`: the choices on which the lot has fallen, in that order. `present`: how many the quorum was asked of.
    `more`: what only this kind of poll has, as it is published: places left, rounds, duels, money.
    """

    outcome: Outcome
    counts: Counts
    present: int = 0
    winners: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    quorate: bool = True
    unanimous: bool = False
    drawn: tuple[str, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


BASE = frozenset({"outcome", "counts", "winners", "tied", "quorate", "unanimous", "drawn"})
SEVERAL_DRAWN = frozenset({Kind.UP_TO, Kind.BUDGET})


def from_json(written: Mapping[str, Any], *, kind: Kind, ballots: int, present: int | None = None) -> Result:
    """What `as_json` wrote. `ballots` and `present` are not in it: outside a sitting (None) they are the same."""
    paper = choices_of(kind, len(written["counts"]) - 1)
    drawn = written["drawn"]
    return Result(
        outcome=Outcome(written["outcome"]),
        counts=Counts(kind, tuple((choice, written["counts"][choice]) for choice in paper), ballots),
        present=ballots if present is None else present,
        winners=tuple(written["winners"]),
        tied=tuple(written["tied"]),
        quorate=written["quorate"],
        unanimous=written["unanimous"],
        drawn=tuple(drawn) if isinstance(drawn, list) else (drawn,) if drawn else (),
        more={name: value for name, value in written.items() if name not in BASE},
    )


def as_json(counted: Result) -> dict[str, object]:
    """Where one alone can be drawn it stands alone, or null."""
    drawn: object = list(counted.drawn)
    if counted.counts.kind not in SEVERAL_DRAWN:
        drawn = counted.drawn[0] if counted.drawn else None
    return {
        "outcome": counted.outcome.value,
        "counts": dict(counted.counts.votes),
        "winners": list(counted.winners),
        "tied": list(counted.tied),
        "quorate": counted.quorate,
        "unanimous": counted.unanimous,
        "drawn": drawn,
        **counted.more,
    }
