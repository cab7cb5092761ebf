"""What was decided in the end, for the rooms above that hand results over."""

from collections.abc import Collection
from dataclasses import replace

from zukunftsparlament.polls.queries.counted import CountedPoll, published_polls, published_with, tied_polls
from zukunftsparlament.polls.queries.rows import Poll
from zukunftsparlament.polls.queries.tie_shapes import Tie
from zukunftsparlament.polls.queries.ties import ties_of
from zukunftsparlament.polls.rules import TieState, Way


async def counted_polls() -> list[CountedPoll]:
    """Published and not void, newest first, with what became of a tie: what can be handed over.

    Without votes on how to go on after a tie, and on how a motion shall read: they decide nothing about a matter.
    """
    found = await published_polls()
    ties = await ties_of(found)
    return [replace(one, tie=ties.get(one.poll.number)) for one in found if _is_about_a_matter(one.poll)]


async def decided(numbers: Collection[int]) -> dict[int, CountedPoll]:
    """Those of `numbers` that are published and not void, with what became of a tie. Two statements."""
    found = await published_with(numbers)
    ties = await ties_of(found)
    return {one.poll.number: replace(one, tie=ties.get(one.poll.number)) for one in found if one.poll.number in numbers}


def _is_about_a_matter(poll: Poll) -> bool:
    return poll.after_tie_as != Way.WAYS and poll.amends is None


async def waiting_ties() -> list[Tie]:
    """Those that wait for somebody who leads, newest first."""
    ties = (await ties_of(await tied_polls())).values()
    return [tie for tie in ties if tie.offered or tie.stands.state is TieState.DRAWING]
