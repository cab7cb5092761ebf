"""The same question asked in another way is another vote: what follows from it is not the same."""

import pytest

from tests import makers_votes
from tests.makers_polls import CHAIR
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.rules import SeriesDraft, points_in
from zukunftsparlament.polls.rules.in_sitting import HeldAs

pytestmark = pytest.mark.usefixtures("store")


async def test_the_same_words_held_otherwise_are_another_vote() -> None:
    """Whoever asks first what people think, and then decides, has decided."""
    pot = await actions.make_fund("Budget", 2027, 10_000, actor="office:Frau Vogt")
    room = await makers_votes.room()
    for held, binding, cents in (
        (HeldAs(straw=True), False, None),
        (HeldAs(), True, None),
        (HeldAs(fund=pot, cents=500), True, 500),
        (HeldAs(fund=pot, cents=700), True, 700),
    ):
        number = await makers_votes.prepared(room, held=held)
        poll = await queries.poll(number)
        assert (poll.binding, poll.cents) == (binding, cents)
        assert await makers_votes.prepared(room, held=held) == number


async def test_points_held_otherwise_are_other_votes() -> None:
    room = await makers_votes.room()
    points, _ = points_in("Eine Bank\nEin Dach", "")
    draft = SeriesDraft(paper=makers_votes.draft(), points=points, unread=False)
    place = (room.sitting.number, room.item.mark)
    numbers = [
        await actions.prepare_points_in_sitting(*place, draft, held=HeldAs(straw=straw), actor=CHAIR)
        for straw in (True, False, False)
    ]
    assert [(await queries.poll(number)).binding for number in numbers] == [False, True, True]
    assert numbers[1] == numbers[2]
