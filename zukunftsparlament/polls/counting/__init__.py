"""From ballots to a result, in whole numbers.

Nobody wins a tie by the order of the paper, the alphabet or the row in a table: it stays a tie until the body, the
rule or the lot has said so. The one rule that decides by itself, "a tie is rejected", has no meaning among options.

A straw poll has no quorum, and a tie in it stays one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from zukunftsparlament.polls.counting.budget import budget
from zukunftsparlament.polls.counting.majority import unanimous
from zukunftsparlament.polls.counting.ranking import ranked
from zukunftsparlament.polls.counting.single import one_of, yes_or_no
from zukunftsparlament.polls.counting.up_to import up_to
from zukunftsparlament.polls.lots import Drum, with_lot
from zukunftsparlament.polls.results import Counts, Outcome, Result
from zukunftsparlament.polls.rules import NO_TERMS, Choice, Kind, Terms, choices_of, why_not_choice
from zukunftsparlament.polls.yardstick import Yardstick
from zukunftsparlament.procedure.rules import is_quorate

__all__ = ["after_the_lot", "count", "result"]


def count(kind: Kind, options: int, choices: Iterable[Choice], *, terms: Terms = NO_TERMS) -> Counts:
    """Of orders of preference the first places. Raises ValueError for a choice that cannot have been cast here."""
    tally: Counter[str] = Counter()
    cast = 0
    for choice in choices:
        if why_not := why_not_choice(kind, options, chosen=choice, terms=terms):
            raise ValueError(f"a ballot that nobody can have cast: {why_not.value}")
        tally.update(choice[:1] if kind is Kind.RANKED else choice)
        cast += 1
    return Counts(kind, tuple((choice, tally[choice]) for choice in choices_of(kind, options)), cast)


def result(counts: Counts, rule: Yardstick, *, present: int | None = None, choices: Sequence[Choice] = ()) -> Result:
    """`present`: how many are in the sitting. Outside a sitting (None) present are those who have voted.

    `choices`: all ballots; only orders of preference need them.
    """
    present = counts.ballots if present is None else present
    if rule.quorum and not is_quorate(rule.quorum, present=present, seats=rule.seats, second_call=rule.second_call):
        return Result(outcome=Outcome.NOT_QUORATE, counts=counts, present=present, quorate=False)
    match rule.kind:
        case Kind.YES_NO_ABSTAIN:
            found = yes_or_no(counts, rule, present)
        case Kind.ONE_OF:
            found = one_of(counts, rule, present)
        case Kind.UP_TO:
            found = up_to(counts, rule, present)
        case Kind.RANKED:
            found = ranked(counts, rule, present, choices)
        case Kind.BUDGET:
            found = budget(counts, rule, present)
    return replace(found, present=present, unanimous=unanimous(counts, rule))


def after_the_lot(tied: Result, rule: Yardstick, drum: Drum) -> Result:
    """Money is given out again with the lot at hand: what it draws decides what is left for those below."""
    if rule.kind is Kind.BUDGET:
        drawn = budget(tied.counts, rule, tied.present, drum)
        return replace(drawn, present=tied.present)
    return with_lot(tied, drum)
