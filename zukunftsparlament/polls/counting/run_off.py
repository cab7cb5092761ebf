"""Instant run-off: every ballot counts for the first of its options that is still in. Whoever has more than half of the
ballots that still count has won; until then the last one leaves, and its ballots go on to the next name on them.

When several are last with the same number of votes and together have fewer than the next one, they leave together: none
of them could catch up. Otherwise it is open who leaves. Then each of them is tried, to the end: if the same option wins
every time, it has won, and if not, those that could win are tied. No order of the paper has a say in it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from zukunftsparlament.polls.rules import Choice

Options = frozenset[str]


class RunOff:
    """`rankings`: how many ballots show each order. Who wins depends only on who is still in: so it is remembered."""

    def __init__(self, rankings: Counter[Choice]) -> None:
        self.rankings = rankings
        self.known: dict[Options, dict[str, int]] = {}

    def votes(self, still_in: Iterable[str]) -> dict[str, int]:
        votes = dict.fromkeys(still_in, 0)
        for ranking, ballots in self.rankings.items():
            first = next((option for option in ranking if option in votes), None)
            if first is not None:
                votes[first] += ballots
        return votes

    def winners(self, still_in: Options) -> dict[str, int]:
        """Every option that can win when these are in, with the fewest votes it can have in its last round."""
        if still_in not in self.known:
            self.known[still_in] = self._worked_out(still_in)
        return self.known[still_in]

    def _worked_out(self, still_in: Options) -> dict[str, int]:
        votes = self.votes(still_in)
        if (winner := winner_of(votes)) is not None:
            return {winner: votes[winner]}
        found: dict[str, int] = {}
        for out in leaving(votes):
            for winner, most in self.winners(still_in - set(out)).items():
                found[winner] = min(most, found.get(winner, most))
        return found

    def rounds(self, options: Sequence[str]) -> list[dict[str, Any]]:
        """As published, up to the round in which it is decided or open who leaves. `either`: who could win then."""
        still_in, told = list(options), []
        while any((votes := self.votes(still_in)).values()):
            ways = [] if winner_of(votes) else leaving(votes)
            out = ways[0] if len(ways) == 1 else []
            either = {way[0]: sorted(self.winners(frozenset(still_in) - set(way)), key=int) for way in ways}
            left_over = self.rankings.total() - sum(votes.values())
            told.append({"votes": votes, "exhausted": left_over, "out": out, "either": {} if out else either})
            if not out:
                break
            still_in = [option for option in still_in if option not in out]
        return told


def winner_of(votes: dict[str, int]) -> str | None:
    """Whoever has more than half of the ballots that still count."""
    return next((option for option, number in votes.items() if 2 * number > sum(votes.values())), None)


def leaving(votes: dict[str, int]) -> list[list[str]]:
    """Who could leave now: one way where it is clear, one for each where it is a tie, none where nobody has votes."""
    fewest = min(votes.values())
    last = [option for option, number in votes.items() if number == fewest]
    others = [number for number in votes.values() if number > fewest]
    if not others and fewest == 0:
        return []
    if len(last) == 1 or (others and sum(votes[option] for option in last) < min(others)):
        return [last]
    return [[option] for option in last]
