"""Who comes first of those with the same number of votes: by the lot that was drawn in this poll, where there was one.

A lot that the rules of procedure ask for was sealed when the poll opened; one after the count was sealed before the
room mixed it. Whoever draws it again goes on where the last place was given: group by group, the most votes first.
"""

from zukunftsparlament.kernel.texts import _
from zukunftsparlament.polls.kind_texts import names
from zukunftsparlament.polls.lots import Drum, number_drawn
from zukunftsparlament.polls.published import canonical
from zukunftsparlament.polls.queries.counted import CountedPoll
from zukunftsparlament.polls.results import Outcome, Result
from zukunftsparlament.polls.rules import Choice, Kind, Way
from zukunftsparlament.procedure.rules import Tie


def groups_drawn(counted: Result, drum: Drum, *, tied: Choice) -> list[Choice]:
    """`tied`: among whom the lot gave the last places, () where it gave none."""
    behind = {choice: votes for choice, votes in counted.counts.sides if choice not in {*tied, *counted.winners}}
    numbers = sorted({votes for votes in behind.values() if votes}, reverse=True)
    equal = [[choice for choice, votes in behind.items() if votes == number] for number in numbers]
    return [tuple(drum.order(group)) for group in [tied, *equal] if len(group) > 1]


def drawn_in(found: CountedPoll) -> list[Choice]:
    """Only of persons: among them the next one moves up."""
    poll, listed = found.poll, found.list_
    if not poll.persons or poll.kind not in (Kind.ONE_OF, Kind.UP_TO) or found.result.outcome is Outcome.NOT_QUORATE:
        return []
    if found.rule.tie is Tie.LOT and listed["lot"]:
        before = canonical({name: value for name, value in listed.items() if name not in ("lot", "result")})
        drum = Drum(number_drawn(bytes.fromhex(listed["lot"]["revealed"]), before_the_draw=before))
        return groups_drawn(found.result, drum, tied=found.result.tied if found.result.drawn else ())
    steps = found.tie.steps if found.tie and found.tie.final else []
    step = next((one for one in steps if one.way is Way.LOT and one.picked), None)
    if step is None or found.tie is None:
        return []
    before = found.listed + step.lot["word"].encode()
    drum = Drum(number_drawn(bytes.fromhex(step.lot["revealed"]), before_the_draw=before))
    return groups_drawn(found.final, drum, tied=found.tie.about[step.place].tied)


def order_said(found: CountedPoll) -> list[str]:
    shape = _("Gleich viele Stimmen haben {names}. Das Los hat diese Reihenfolge gezogen.")
    return [shape.format(names=names(group, found.poll.options)) for group in drawn_in(found)]
