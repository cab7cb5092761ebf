"""Whoever marks a ballot for persons sees whom a seat means; the wall and the documents name seats only."""

import pytest

from tests import makers_elections
from tests.client import Client
from tests.hall.test_room_page import read
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions
from zukunftsparlament.polls import queries as published
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


async def test_whoever_stood_alone_and_lost_is_on_no_screen(client: Client) -> None:
    held = await makers_elections.held(standing=1)
    await Sql("UPDATE election SET title = 'Wer spricht?'").rows()
    (poll,) = await held.prepared()
    label = (await held.now()).candidates[0].label
    assert (await published.poll(poll)).question == f"Wer spricht: Soll {label} es sein?"
    await makers_elections.run(held.room, poll, ["no", "no", "yes"])
    sitting = await queries.sitting(held.at[0])
    wall = await read(client, f"/leinwand/{sitting.screen_token}")
    await client.sign_in(member=held.room.voters[-1])
    phone = await read(client, f"{sitting.address}/raum")
    for shown in (wall, phone.partition('id="wahl"')[0]):
        assert "Niemand ist gewählt." in shown and label not in shown and "Nicht gewählt" not in shown
    assert "0 Stimmen" not in phone
