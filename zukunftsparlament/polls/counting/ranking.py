"""Orders of preference: which option wins, and by which majority."""

from collections import Counter
from collections.abc import Sequence

from zukunftsparlament.polls.counting.majority import reaches_majority
from zukunftsparlament.polls.counting.points import Points
from zukunftsparlament.polls.counting.run_off import RunOff
from zukunftsparlament.polls.counting.schulze import Duels
from zukunftsparlament.polls.results import Counts, Outcome, Result
from zukunftsparlament.polls.rules import ABSTAIN, Choice, Method
from zukunftsparlament.polls.yardstick import Yardstick
from zukunftsparlament.procedure.rules import is_simple


def ranked(counts: Counts, rule: Yardstick, present: int, choices: Sequence[Choice]) -> Result:
    """More than one possible winner is a tie. Where the rule set asks for more than a simple majority, the winner needs
    it in the last round (instant run-off), against every other option (Schulze), or in first votes (points)."""
    rankings = Counter(choice for choice in choices if choice != (ABSTAIN,))
    options = [choice for choice, _votes in counts.sides]
    if rule.terms.method is Method.IRV:
        run_off = RunOff(rankings)
        possible = run_off.winners(frozenset(options))
        more: dict[str, object] = {"rounds": run_off.rounds(options)}
    elif rule.terms.method is Method.POINTS:
        points = Points(rankings, options)
        possible = points.winners()
        more = points.as_json()
    else:
        duels = Duels(rankings, options)
        possible = duels.winners()
        more = duels.as_json()
    winners = tuple(choice for choice in options if choice in possible)
    enough = is_simple(rule.majority) or all(
        reaches_majority(counts, rule, votes, present) for votes in possible.values()
    )
    if not winners or not enough:
        return Result(outcome=Outcome.NO_MAJORITY, counts=counts, more=more)
    if len(winners) > 1:
        return Result(outcome=Outcome.TIED, counts=counts, tied=winners, more=more)
    return Result(outcome=Outcome.CHOSEN, counts=counts, winners=winners, more=more)
