"""Schulze: every option against every other. Whoever wins all its duels has won.

Where duels go round in a circle, chains count: a beats b, b beats c … A chain is as strong as its weakest duel, and a
duel as strong as the ballots on the winner's side. An option wins if its strongest chain to every other is at least as
strong as the one back. What is not on a ballot stands behind everything that is.
"""

from collections import Counter
from collections.abc import Sequence

from zukunftsparlament.polls.rules import Choice


class Duels:
    def __init__(self, rankings: Counter[Choice], options: Sequence[str]) -> None:
        self.options = options
        self.ballots = rankings.total()
        self.prefer = {one: {other: 0 for other in options if other != one} for one in options}
        for ranking, ballots in rankings.items():
            behind = set(options)
            for one in ranking:
                behind.discard(one)
                for other in behind:
                    self.prefer[one][other] += ballots
        self.chains = {one: self._chains_from(one) for one in options}

    def _chains_from(self, start: str) -> dict[str, int]:
        """The strongest chain from `start` to every other, 0 where there is none; the strongest is fixed first."""
        strongest = {other: self._strength(start, other) for other in self.options if other != start}
        open_still = set(strongest)
        while open_still:
            fixed = max(open_still, key=lambda other: strongest[other])
            open_still.discard(fixed)
            for other in open_still:
                through = min(strongest[fixed], self._strength(fixed, other))
                strongest[other] = max(strongest[other], through)
        return strongest

    def _strength(self, one: str, other: str) -> int:
        return self.prefer[one][other] if self.prefer[one][other] > self.prefer[other][one] else 0

    def winners(self) -> dict[str, int]:
        """Whom nobody beats by chains, with the fewest ballots that prefer them to another one."""
        if not self.ballots:
            return {}
        unbeaten = [
            one for one in self.options if all(self.chains[one][b] >= self.chains[b][one] for b in self._others(one))
        ]
        return {one: min(self.prefer[one].values()) for one in unbeaten}

    def _others(self, one: str) -> list[str]:
        return [other for other in self.options if other != one]

    def as_json(self) -> dict[str, object]:
        return {"duels": self.prefer, "chains": self.chains}
