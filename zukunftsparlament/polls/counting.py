"""From ballots to a result, in whole numbers.

Yes or no: carried if yes has the majority of the rule set. A tie is yes equal to no, and above nothing.

One of several options: the option with the most votes wins where the rule set asks for a simple majority (more than
half of the votes cast; of several options that has always meant: the most). Where it asks for more, two thirds, or a
share of those present or of all seats, the leading option itself has to reach it; otherwise nobody is chosen
(NO_MAJORITY). Else a question that needs two thirds could be put as a choice of two and pass with half.

Nobody wins a tie by the order of the paper, the alphabet or the row in a table: it stays a tie until the body, the
rule or the lot has said so. The one rule that decides by itself, "a tie is rejected", has no meaning among options.

A straw poll has no quorum, and a tie in it stays one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from zukunftsparlament.polls.results import Counts, Outcome, Result
from zukunftsparlament.polls.rules import ABSTAIN, NO, YES, Choice, Kind, choices_of, why_not_choice
from zukunftsparlament.polls.yardstick import Yardstick
from zukunftsparlament.procedure.rules import Tie, is_quorate, is_simple, is_unanimous, majority_base, reaches


def count(kind: Kind, options: int, choices: Iterable[Choice]) -> Counts:
    """Raises ValueError for a choice that is not on the paper: such a ballot cannot have been cast here."""
    tally: Counter[str] = Counter()
    for choice in choices:
        if why_not := why_not_choice(kind, options, chosen=choice):
            raise ValueError(f"a ballot that nobody can have cast: {why_not.value}")
        tally.update(choice)
    return Counts(kind, tuple((choice, tally[choice]) for choice in choices_of(kind, options)))


def result(counts: Counts, rule: Yardstick, *, present: int | None = None) -> Result:
    """`present`: how many are in the sitting. Outside a sitting (None) present are those who have voted."""
    present = counts.ballots if present is None else present
    if rule.quorum and not is_quorate(rule.quorum, present=present, seats=rule.seats, second_call=rule.second_call):
        return Result(outcome=Outcome.NOT_QUORATE, counts=counts, present=present, quorate=False)
    measured = _yes_or_no if counts.kind is Kind.YES_NO_ABSTAIN else _one_of
    return replace(measured(counts, rule, present), present=present, unanimous=_unanimous(counts, rule))


def _yes_or_no(counts: Counts, rule: Yardstick, present: int) -> Result:
    yes, no = counts.of(YES), counts.of(NO)
    tied = (YES, NO) if yes == no > 0 else ()
    if _reaches_majority(counts, rule, yes, present):
        return Result(outcome=Outcome.ACCEPTED, counts=counts, winners=(YES,))
    if not rule.binding and yes == no == 0:
        return Result(outcome=Outcome.NO_MAJORITY, counts=counts)
    if tied and rule.tie is not Tie.REJECTED and _one_vote_decides(counts, rule):
        return Result(outcome=Outcome.TIED, counts=counts, tied=tied)
    return Result(outcome=Outcome.REJECTED, counts=counts, tied=tied)


def _one_vote_decides(counts: Counts, rule: Yardstick) -> bool:
    """Whether a run-off or a lot may settle the tie: not where yes falls short of what the rule asks for anyway."""
    return is_simple(rule.majority) and not (rule.abstentions_count and counts.of(ABSTAIN))


def _one_of(counts: Counts, rule: Yardstick, present: int) -> Result:
    most = max(number for _, number in counts.sides)
    leading = tuple(choice for choice, number in counts.sides if number == most > 0)
    tied = leading if len(leading) > 1 else ()
    enough = is_simple(rule.majority) or _reaches_majority(counts, rule, most, present)
    if not leading or not enough:
        return Result(outcome=Outcome.NO_MAJORITY, counts=counts, tied=tied)
    if tied:
        return Result(outcome=Outcome.TIED, counts=counts, tied=tied)
    return Result(outcome=Outcome.CHOSEN, counts=counts, winners=leading)


def _reaches_majority(counts: Counts, rule: Yardstick, votes: int, present: int) -> bool:
    abstain = counts.of(ABSTAIN)
    others = counts.ballots - abstain - votes
    base = majority_base(
        rule.majority,
        yes=votes,
        no=others,
        abstain=abstain,
        present=present,
        seats=rule.seats,
        abstentions_count=rule.abstentions_count,
    )
    return reaches(rule.majority, votes, base=base)


def _unanimous(counts: Counts, rule: Yardstick) -> bool:
    first = max(number for _, number in counts.sides)
    abstain = counts.of(ABSTAIN)
    return is_unanimous(
        yes=first,
        no=counts.ballots - abstain - first,
        abstain=abstain,
        abstentions_count=rule.abstentions_count,
    )
