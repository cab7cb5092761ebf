"""Votes that bring an urgent item onto the agenda of a running sitting."""

from collections.abc import Sequence

from zukunftsparlament.polls.queries.counted import counted
from zukunftsparlament.polls.queries.polls import poll
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import PollState
from zukunftsparlament.sittings.queries import Urgent


async def is_accepted(number: int) -> bool:
    """Whether everybody can read by now that it was accepted."""
    if (await poll(number)).state is not PollState.PUBLISHED:
        return False
    return (await counted(number)).final.outcome is Outcome.ACCEPTED


async def asked_already(wishes: Sequence[Urgent], title: str) -> int | None:
    """The number of a vote about the same that is not over."""
    over = (PollState.PUBLISHED, PollState.VOID)
    for wish in wishes:
        if wish.title == title and (await poll(wish.poll)).state not in over:
            return wish.poll
    return None


async def to_take_on(wishes: Sequence[Urgent]) -> list[Urgent]:
    """Those that a vote has accepted."""
    return [wish for wish in wishes if await is_accepted(wish.poll)]
