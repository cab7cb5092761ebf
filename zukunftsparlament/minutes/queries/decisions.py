"""What a sitting has decided, and what of it has been handed over."""

from dataclasses import dataclass

from zukunftsparlament.handovers.queries import Handed, handed_over
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes.composing.votes import decides
from zukunftsparlament.polls.queries.minuted import held_in
from zukunftsparlament.sittings.queries import Sitting

GIVEN = Sql(
    "SELECT DISTINCT s.number, s.title, s.closed_at FROM sitting s JOIN sitting_step t ON t.sitting = s.id "
    "WHERE t.kind = 'given_to_office' ORDER BY s.closed_at, s.number"
)


@dataclass(frozen=True, slots=True)
class Decided:
    """`handed`: to whom it went already."""

    poll: int
    title: str
    handed: tuple[Handed, ...]


async def decided_in(sitting: Sitting) -> list[Decided]:
    """In the order in which it was decided."""
    held = [one for one in await held_in(sitting.id) if decides(one)]
    handed = await handed_over() if held else []
    return [
        Decided(
            one.poll.number,
            one.poll.proposal_title or one.poll.question,
            tuple(given for given in handed if given.poll == one.poll.number),
        )
        for one in held
    ]
