"""The money that the parliament may give away."""

from zukunftsparlament.polls.queries import Poll


async def money_is_there(poll: Poll) -> bool:
    return poll.fund is None or bool(poll)
