"""Whoever marks a ballot for persons sees whom a seat means; the wall and the documents name seats only."""

import pytest

from tests import makers_elections
from tests.client import Client
from tests.hall.test_room_page import read
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.rules.elections import Office
from zukunftsparlament.sittings import queries

pytestmark = pytest.mark.usefixtures("store")

NAME = Sql("SELECT name FROM member WHERE id = $1")


async def test_a_ballot_says_whom_a_seat_means(client: Client) -> None:
    held = await makers_elections.held(standing=2, office=Office.CHAIRS)
    (poll,) = await held.prepared()
    await actions.open_poll(poll, actor="chair:1")
    sitting = await queries.sitting(held.at[0])
    names = [str(await NAME.value(member)) for member in held.members[:2]]
    wall = await read(client, f"/leinwand/{sitting.screen_token}")
    assert not any(name in wall for name in names)
    await client.sign_in(member=held.room.voters[-1])
    phone = await read(client, f"{sitting.address}/raum")
    assert 'name="choice"' in phone and all(name in phone for name in names)
