"""Projects that share an amount of money: the most votes first, as long as the money lasts.

A project that costs more than what is left is passed over, and cheaper ones below it still have their chance. Where
projects with the same number of votes would together cost more than what is left, nothing is decided between them, and
nothing below them either: what is left for the others depends on it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from zukunftsparlament.polls.counting.majority import Votes, able, by_votes
from zukunftsparlament.polls.lots import Drum
from zukunftsparlament.polls.results import Counts, Outcome, Result
from zukunftsparlament.polls.rules import Terms
from zukunftsparlament.polls.yardstick import Yardstick


@dataclass
class Purse:
    """Pays while it can. `left` in euro cents."""

    terms: Terms
    left: int
    paid: list[str] = field(default_factory=list)

    def affordable(self, choices: Iterable[str]) -> list[str]:
        return [choice for choice in choices if self.terms.cost(choice) <= self.left]

    def lasts_for(self, choices: Iterable[str]) -> bool:
        return sum(map(self.terms.cost, choices)) <= self.left

    def pay(self, choices: Iterable[str]) -> list[str]:
        """One after the other; returns those for which there was enough."""
        paid = []
        for choice in choices:
            if self.affordable([choice]):
                self.left -= self.terms.cost(choice)
                paid.append(choice)
        self.paid += paid
        return paid


def budget(counts: Counts, rule: Yardstick, present: int, drum: Drum | None = None) -> Result:
    """`drum`: draws an order among the tied, where the rule asks for the lot; without it they stay tied."""
    purse = Purse(rule.terms, rule.terms.amount)
    options = able(counts, rule, present)
    return _given_out(Result(outcome=Outcome.TIED, counts=counts), purse, options, by_votes(options), drum)


def after_a_tie(tied: Result, rule: Yardstick, *, picked: Sequence[str]) -> Result:
    """`picked` of the tied are paid, and what is left goes on to those below: there it may come to a tie again."""
    purse = Purse(rule.terms, int(tied.more["left"]), list(tied.winners))
    purse.pay(picked)
    options = able(tied.counts, rule, tied.present)
    votes = tied.counts.of(tied.tied[0])
    found = _given_out(tied, purse, options, by_votes([pair for pair in options if pair[1] < votes]), None)
    return found if found.outcome is Outcome.TIED else replace(found, outcome=Outcome.CHOSEN, tied=tied.tied)


def _given_out(
    so_far: Result, purse: Purse, options: Sequence[Votes], groups: Iterable[Sequence[str]], drum: Drum | None
) -> Result:
    """The money that is in `purse` among `groups`, the most votes first. What `so_far` says else stays."""
    tied: list[str] = []
    drawn: list[str] = []
    open_still = False
    for group in groups:
        wanted = purse.affordable(group)
        if purse.lasts_for(wanted):
            purse.pay(wanted)
            continue
        tied += wanted
        if drum is None:
            open_still = True
            break
        drawn += purse.pay(drum.order(wanted))
    outcome = Outcome.TIED if open_still else Outcome.CHOSEN if purse.paid else Outcome.NO_MAJORITY
    return replace(
        so_far,
        outcome=outcome,
        winners=tuple(choice for choice, _votes in options if choice in purse.paid),
        tied=tuple(tied),
        drawn=tuple(drawn),
        more={"spent": purse.terms.amount - purse.left, "left": purse.left},
    )
