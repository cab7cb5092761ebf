"""A first and a second vote: two points for the first, one for the second. The most points win.

Equal points are a tie, also where one has more first votes: nobody has agreed on that as a rule.
"""

from collections import Counter
from collections.abc import Sequence

from zukunftsparlament.polls.rules import WEIGHTS, Choice


class Points:
    def __init__(self, rankings: Counter[Choice], options: Sequence[str]) -> None:
        self.points = dict.fromkeys(options, 0)
        self.firsts = dict.fromkeys(options, 0)
        for ranking, ballots in rankings.items():
            self.firsts[ranking[0]] += ballots
            for option, weight in zip(ranking, WEIGHTS, strict=False):
                self.points[option] += weight * ballots

    def winners(self) -> dict[str, int]:
        """Whoever has the most points, with their first votes. Nobody wins without a single one."""
        most = max(self.points.values())
        return {option: self.firsts[option] for option, points in self.points.items() if points == most > 0}

    def as_json(self) -> dict[str, object]:
        return {"points": self.points}
