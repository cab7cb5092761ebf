"""What was decided in the end, for the rooms above that hand results over."""

from collections.abc import Sequence
from dataclasses import replace

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.polls.queries.counted import CountedPoll, published_polls
from zukunftsparlament.polls.queries.ties import ties_of


async def counted_polls() -> list[CountedPoll]:
    """Published and not void, newest first, with what became of a tie: what can be handed over."""
    found = await published_polls()
    ties = await ties_of(found)
    return [replace(one, tie=ties.get(one.poll.number)) for one in found]


async def results_of(numbers: Sequence[int]) -> list[CountedPoll]:
    """These polls in this order. Raises Missing for one that is not published, or is void."""
    found = {counted.poll.number: counted for counted in await counted_polls()}
    if any(number not in found for number in numbers):
        raise Missing
    return [found[number] for number in dict.fromkeys(numbers)]
