"""Whoever changes what happens in a sitting must lead it."""

from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.people.queries import chair_seats
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.rules import why_not_lead


async def must_lead(actor: str) -> None:
    """Raises Refused. Asked inside `writing()`: whoever waited for the lock may be chair no more."""
    if why_not := why_not_lead(actor, chairs=await chair_seats()):
        raise Refused(why_not)


async def sitting_to_lead(number: int, actor: str) -> Sitting:
    """Locked. Inside `writing()`. Raises Refused, Missing."""
    sitting = await queries.sitting_for_changing(number)
    await must_lead(actor)
    return sitting
