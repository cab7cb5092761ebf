"""Who could take a seat that has become free."""

import pytest

from tests import makers_elections
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.queries.successors import successors

pytestmark = pytest.mark.usefixtures("store")

OVER = Sql("UPDATE agenda_item SET ended_at = begun_at, ended_as = 'done' WHERE id = $1")
CARD = Sql("SELECT card_name FROM member WHERE id = $1")
A_SEAT = Sql("UPDATE seat SET member = $1 WHERE number = (SELECT max(number) FROM seat)")


async def test_the_next_ones_of_the_last_election_without_a_seat_are_offered() -> None:
    held = await makers_elections.held(standing=4, places=1, deputies=3)
    await held.voted("1", "1", "1", "2", "2", "3")
    assert await successors() == []  # the election goes on
    await OVER.rows(held.room.item.id)
    offered = await successors()
    assert [one.card_name for one in offered] == [await CARD.value(member) for member in held.members[1:3]]
    assert [(one.place, one.is_young) for one in offered] == [(1, False), (2, False)]
    await A_SEAT.rows(held.members[1])
    assert [one.card_name for one in await successors()] == [await CARD.value(held.members[2])]
