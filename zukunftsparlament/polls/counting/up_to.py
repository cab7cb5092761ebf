"""Several crosses, one place or more: the options with the most votes get the places.

Where the last places are wanted by more options with the same number of votes than there are places, those above them
are safely in, and between the others nothing is decided. A place that nobody able to win is left for stays empty.
"""

from zukunftsparlament.polls.counting.majority import able, by_votes
from zukunftsparlament.polls.results import Counts, Outcome, Result
from zukunftsparlament.polls.rules import Choice
from zukunftsparlament.polls.yardstick import Yardstick


def up_to(counts: Counts, rule: Yardstick, present: int) -> Result:
    options = able(counts, rule, present)
    safe, tied, left = _border(by_votes(options), places=rule.terms.places)
    outcome = Outcome.TIED if tied else Outcome.CHOSEN if safe else Outcome.NO_MAJORITY
    winners = tuple(choice for choice, _votes in options if choice in safe)
    return Result(outcome=outcome, counts=counts, winners=winners, tied=tied, more={"places_left": left})


def _border(groups: list[list[str]], *, places: int) -> tuple[list[str], Choice, int]:
    """Who is safely in, who is tied for the rest, and how many places that rest is."""
    safe: list[str] = []
    for group in groups:
        left = places - len(safe)
        if left == 0:
            break
        if len(group) > left:
            return safe, tuple(group), left
        safe += group
    return safe, (), 0
