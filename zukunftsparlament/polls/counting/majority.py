"""Whether votes are enough for what the rule set asks.

Where it asks for a simple majority (more than half of the votes cast), among several options the most are enough: that
is what it has always meant there. Where it asks for more, two thirds, or a share of those present or of all seats, an
option has to reach it itself, else nobody is chosen. Otherwise a question that needs two thirds could be put as a
choice of two and pass with half.
"""

from zukunftsparlament.polls.results import Counts
from zukunftsparlament.polls.rules import ABSTAIN, Kind
from zukunftsparlament.polls.yardstick import Yardstick
from zukunftsparlament.procedure.rules import is_simple, is_unanimous, majority_base, reaches

Votes = tuple[str, int]


def reaches_majority(counts: Counts, rule: Yardstick, votes: int, present: int) -> bool:
    abstain = counts.of(ABSTAIN)
    base = majority_base(
        rule.majority,
        yes=votes,
        no=counts.ballots - abstain - votes,
        abstain=abstain,
        present=rule.schools or present,
        seats=rule.schools or rule.seats,
        abstentions_count=rule.abstentions_count,
    )
    return reaches(rule.majority, votes, base=base)


def able(counts: Counts, rule: Yardstick, present: int) -> list[Votes]:
    """The options that may win at all, in the order of the paper: nobody wins without a single vote."""
    return [
        (choice, votes)
        for choice, votes in counts.sides
        if votes and (is_simple(rule.majority) or reaches_majority(counts, rule, votes, present))
    ]


def by_votes(options: list[Votes]) -> list[list[str]]:
    """Groups with the same number of votes, the most first; inside a group the order of the paper."""
    numbers = sorted({votes for _, votes in options}, reverse=True)
    return [[choice for choice, votes in options if votes == number] for number in numbers]


def unanimous(counts: Counts, rule: Yardstick) -> bool:
    """Whether all said the same. With several crosses on a paper nobody would call it so."""
    if rule.kind in (Kind.UP_TO, Kind.BUDGET):
        return False
    first = max(number for _, number in counts.sides)
    abstain = counts.of(ABSTAIN)
    no = counts.ballots - abstain - first
    return is_unanimous(yes=first, no=no, abstain=abstain, abstentions_count=rule.abstentions_count)
