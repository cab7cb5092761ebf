"""What is dealt with behind closed doors is for the parliament and the office: for all others it is not there."""

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.people.access import whoever
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.queries import CountedPoll, Poll

INSIDE = ("member", "deputy", "chair", "office")


def must_be_inside(poll: Poll) -> None:
    """Raises Missing."""
    me = whoever()
    if not poll.is_public and (me is None or me.role not in INSIDE):
        raise Missing


async def published_poll(number: int) -> CountedPoll:
    found = await queries.published_poll(number)
    must_be_inside(found.poll)
    return found
