"""Papers with one cross. Yes or no: carried if yes has the majority; a tie is yes equal to no, and above nothing.
One of several: the option with the most votes."""

from zukunftsparlament.polls.counting.majority import reaches_majority
from zukunftsparlament.polls.results import Counts, Outcome, Result
from zukunftsparlament.polls.rules import ABSTAIN, NO, YES
from zukunftsparlament.polls.yardstick import Yardstick
from zukunftsparlament.procedure.rules import Tie, is_simple


def yes_or_no(counts: Counts, rule: Yardstick, present: int) -> Result:
    yes, no = counts.of(YES), counts.of(NO)
    tied = (YES, NO) if yes == no > 0 else ()
    if reaches_majority(counts, rule, yes, present):
        return Result(outcome=Outcome.ACCEPTED, counts=counts, winners=(YES,))
    if not rule.binding and yes == no == 0:
        return Result(outcome=Outcome.NO_MAJORITY, counts=counts)
    if tied and rule.tie is not Tie.REJECTED and _one_vote_decides(counts, rule):
        return Result(outcome=Outcome.TIED, counts=counts, tied=tied)
    return Result(outcome=Outcome.REJECTED, counts=counts, tied=tied)


def _one_vote_decides(counts: Counts, rule: Yardstick) -> bool:
    """Whether a run-off or a lot may settle the tie: not where yes falls short of what the rule asks for anyway."""
    return is_simple(rule.majority) and not (rule.abstentions_count and counts.of(ABSTAIN))


def one_of(counts: Counts, rule: Yardstick, present: int) -> Result:
    most = max(number for _, number in counts.sides)
    leading = tuple(choice for choice, number in counts.sides if number == most > 0)
    tied = leading if len(leading) > 1 else ()
    enough = is_simple(rule.majority) or reaches_majority(counts, rule, most, present)
    if not leading or not enough:
        return Result(outcome=Outcome.NO_MAJORITY, counts=counts, tied=tied)
    if tied:
        return Result(outcome=Outcome.TIED, counts=counts, tied=tied)
    return Result(outcome=Outcome.CHOSEN, counts=counts, winners=leading)
