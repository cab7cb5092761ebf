"""Projects that share an amount of money: the most votes first, as long as the money lasts.

A project that costs more than what is left is passed over, and cheaper ones below it still have their chance. Where
projects with the same number of votes would together cost more than what is left, nothing is decided between them, and
nothing below them either: what is left for the others depends on it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from zukunftsparlament.polls.counting.majority import able, by_votes
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
    tied: list[str] = []
    drawn: list[str] = []
    open_still = False
    for group in by_votes(options):
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
    return Result(
        outcome=outcome,
        counts=counts,
        winners=tuple(choice for choice, _votes in options if choice in purse.paid),
        tied=tuple(tied),
        drawn=tuple(drawn),
        more={"spent": rule.terms.amount - purse.left, "left": purse.left},
    )
