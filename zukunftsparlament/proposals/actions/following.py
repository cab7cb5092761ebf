"""To hear what becomes of a proposal without backing it."""

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.queries.authors import locked

FOLLOW = Sql("INSERT INTO follower (proposal, member) VALUES ($1, $2) ON CONFLICT DO NOTHING")
STOP = Sql("DELETE FROM follower WHERE proposal = $1 AND member = $2")


async def follow(number: int, member: int) -> None:
    """However often somebody taps. Whoever wrote it follows it anyway."""
    async with writing():
        proposal = await locked(number)
        if proposal.is_removed:
            raise Missing
        if not proposal.is_of(member):
            await FOLLOW.rows(proposal.id, member)


async def stop_following(number: int, member: int) -> None:
    async with writing():
        await STOP.rows((await locked(number)).id, member)
