"""A tie as it stands: which steps were taken, and what may be done now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zukunftsparlament.polls.queries.counted import CountedPoll
from zukunftsparlament.polls.results import Result
from zukunftsparlament.polls.rules import Choice, Kind, Stands, TieState, Way, ways_of


@dataclass(frozen=True, slots=True)
class TieStep:
    """`follow_up`: the number of a poll, `follows_up`: whether it still may, or did. `shares`: cents.

    `picked`: where the step itself has settled the tie. `stepped_back`: the choice of a candidate who made way.
    """

    place: int
    at: Any
    actor: str
    way: Way
    follow_up: int | None
    follows_up: bool
    is_published: bool
    picked: Choice
    reason: str
    lot: Mapping[str, str]
    shares: tuple[int, ...]
    stepped_back: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A published poll that ended tied. `final`: its result once the tie is settled.

    `open`: the tie that waits, or was the last one. It is the count itself, except where money is given out: once a
    tie is settled there, it may come to another one below. `about`: which tie each step was about, by its place.
    """

    counted: CountedPoll
    steps: list[TieStep]
    stands: Stands
    final: Result | None
    open: Result
    about: Mapping[int, Result]

    @property
    def offered(self) -> tuple[Way, ...]:
        """What may be chosen now."""
        if self.stands.state is not TieState.WAITS:
            return ()
        if self.stands.chosen:
            return (self.stands.chosen,)
        ways = self.counted.poll.after_tie_as == Way.WAYS
        return ways_of(self.counted.rule.tie, is_about_ways=ways, enlarges=self.may_enlarge)

    @property
    def may_enlarge(self) -> bool:
        """Among persons, and only once: a parliament that has said no is not asked again."""
        poll = self.counted.poll
        asked = any(step.way is Way.ENLARGE and step.is_published and step.follows_up for step in self.steps)
        return poll.persons and poll.kind in (Kind.ONE_OF, Kind.UP_TO) and not asked
