"""What a sitting has decided, and what of it has been handed over."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from zukunftsparlament.handovers.queries import Handed, handed_over
from zukunftsparlament.handovers.queries.outcomes import called
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes.composing.votes import decides, shares
from zukunftsparlament.polls.queries.minuted import Held, held_in
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.queries.steps import Step, steps

OF_ITS_COURSE = frozenset({"ways", "enlarge"})  # `Poll.after_tie_as`

# Of what was put to the vote in sittings whose chairs have given something to the office: what nobody has handed over.
GIVEN = Sql(
    "SELECT s.number, p.number AS poll, t.facts FROM sitting_step t JOIN sitting s ON s.id = t.sitting "
    "JOIN agenda_item i ON i.sitting = s.id JOIN poll p ON p.item = i.id WHERE t.kind = 'given_to_office' "
    "AND NOT EXISTS (SELECT 1 FROM handed_decision d WHERE d.poll = p.id) ORDER BY s.number, p.number"
)


@dataclass(frozen=True, slots=True)
class Decided:
    """`poll` may come several times. `handed`: to whom it went already. `stays`: decided behind closed doors, and
    nobody outside may read it."""

    poll: int
    title: str
    handed: tuple[Handed, ...]
    stays: bool = False


async def decided_in(sitting: Sitting) -> list[Decided]:
    """In the order in which it was decided. How the sitting went on (an urgent item, the way out of a tie) was decided
    too, and stands in the minutes; nobody outside could answer it."""
    return await decided_of(await held_in(sitting.id), await steps(sitting.id))


async def decided_of(all_held: Sequence[Held], happened: Sequence[Step]) -> list[Decided]:
    """The same, where it is known already what was put to the vote and what happened."""
    urgent = {step.facts["poll"] for step in happened if step.kind == "urgent_asked"}
    held = [
        one
        for one in all_held
        if decides(one) and one.poll.number not in urgent and one.poll.after_tie_as not in OF_ITS_COURSE
    ]
    handed = await handed_over() if held else []
    return [
        Decided(
            one.poll.number, title, tuple(given for given in handed if given.poll == one.poll.number), not one.is_public
        )
        for one in held
        for title in _titles(one)
    ]


def _titles(held: Held) -> list[str]:
    """Where several share money after a tie, each of them was decided."""
    title = held.poll.proposal_title or held.poll.question
    return [called(title, part.label) for part in shares(held)] or [title]


async def waiting_for_office() -> dict[int, list[int]]:
    """Polls that chairs have given to the office and that nobody has handed over yet, by the number of the sitting."""
    found: dict[int, list[int]] = {}
    for row in await GIVEN.rows():
        if row["poll"] in json.loads(row["facts"])["polls"]:
            found.setdefault(row["number"], []).append(row["poll"])
    return found
