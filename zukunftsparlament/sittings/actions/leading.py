"""Whoever changes what happens in a sitting must lead it."""

from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.people.queries import chair_count
from zukunftsparlament.sittings.rules import why_not_lead


async def must_lead(actor: str) -> None:
    """Raises Refused. Asked inside `writing()`: the chairs may have changed a moment ago."""
    if why_not := why_not_lead(actor, chairs=await chair_count()):
        raise Refused(why_not)
