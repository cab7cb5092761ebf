"""The search is made anew from what everybody may read: after an update of the program, after a restore."""

from zukunftsparlament.handovers.actions import finding as handovers
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.polls.actions import finding as polls
from zukunftsparlament.proposals.actions import finding as proposals
from zukunftsparlament.search.actions import forget_everything


async def tell_everything_anew() -> None:
    async with writing():
        await forget_everything()
        await proposals.tell_all()
        await polls.tell_all()
        await handovers.tell_all()
