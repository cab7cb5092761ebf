"""The office changes who is chair at its own desk, or a chair goes for good: a sitting that goes on says so."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.people.queries import chair_seats
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.bell import GIVE, move_bell
from zukunftsparlament.sittings.actions.happening import happened


@asynccontextmanager
async def chairs_may_change(*, actor: str) -> AsyncIterator[None]:
    """Around an act of the room `people`, in its transaction. Sittings are locked before seats, as everywhere.

    The bell goes to a chair who is one; where there is none any more, nobody has it.
    """
    async with writing():
        running = [await queries.sitting_for_changing(one.number) for one in await queries.going_on()]
        before = await chair_seats()
        yield
        after = await chair_seats()
        for sitting in running if after != before else ():
            if not after:
                await GIVE.rows(sitting.id, None)
            elif sitting.bell not in after:
                await move_bell(sitting, min(after), actor=actor)
            await happened(sitting, "chairs", actor=actor, in_journal=True, seats=sorted(after))
