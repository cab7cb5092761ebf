"""The projector: no sign-in, no cookie, no name, nothing too early."""

from dataclasses import replace

import pytest

from tests import makers_votes
from tests.client import Client, as_read
from tests.hall.test_room_page import PARTIAL, QUESTION, hall, put, read
from tests.statements import counted
from zukunftsparlament.kernel.public_memory import memory
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.rules import Secrecy, Way
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie
from zukunftsparlament.sittings.actions import pause
from zukunftsparlament.sittings.actions.floor import give_floor
from zukunftsparlament.sittings.actions.speaking import raise_hand

pytestmark = pytest.mark.usefixtures("store")

CHAIR = "chair:1"


async def test_an_unknown_link_is_like_any_page_that_is_not_there(client: Client) -> None:
    found = await hall()
    nowhere = await client.get("/leinwand/nichts")
    assert (nowhere.status_code, nowhere.headers.get("set-cookie")) == (404, None)
    assert "Diese Übung ist zu Ende" in as_read(nowhere.text)  # nothing else ever takes its screen away
    assert "Hier ist nichts mehr zu sehen." in (await client.get("/leinwand/nichts", headers=PARTIAL)).text
    shown = await client.get(f"/leinwand/{found.sitting.screen_token}")
    assert (shown.status_code, shown.headers.get("set-cookie")) == (200, None)
    assert '<meta name="robots" content="noindex">' in shown.text
    assert "<form" not in shown.text and "<button" not in shown.text


async def test_it_shows_seats_and_never_a_pseudonym(client: Client) -> None:
    found = await hall()
    wall = f"/leinwand/{found.sitting.screen_token}"
    mark = await raise_hand(found.sitting.number, found.members[0])
    await raise_hand(found.sitting.number, found.members[1])
    await give_floor(found.sitting.number, mark, instead=None, actor=CHAIR)
    shown = await read(client, wall)
    assert "Jetzt spricht:" in shown and "Danach:" in shown and "Sitz " in shown
    poll = await put(found, Secrecy.OPEN)
    shown += await read(client, wall)
    await makers_votes.closed(poll)
    await actions.show_result(poll, actor=CHAIR)
    shown += await read(client, wall)
    assert "Mutiger Igel" not in shown  # as the makers call everybody


async def test_it_asks_the_store_as_little_with_a_question_as_without(client: Client) -> None:
    found = await hall()
    wall = f"/leinwand/{found.sitting.screen_token}"
    with counted() as between:
        await client.get(wall)
    await put(found)
    memory.forget()
    with counted() as asked:
        await client.get(wall)
    assert (len(between), len(asked)) == (6, 5)  # the seats make way for the question


async def test_nothing_of_a_result_before_it_is_published(client: Client) -> None:
    found = await hall()
    wall = f"/leinwand/{found.sitting.screen_token}"
    poll = await put(found, Secrecy.OPEN)
    first = await read(client, wall)
    assert QUESTION in first and "Wir fordern ihn." in first and "abgegeben" not in first
    for member in found.members[:6]:
        await actions.cast_vote(poll, ["yes"], receipt="", voter=member)
    assert "5 von 12" in await read(client, wall)  # in steps
    await makers_votes.closed(poll)
    closed = await read(client, wall)
    assert "Jetzt wird ausgezählt." in closed and 'class="outcome"' not in closed
    await actions.count_poll(poll, actor=CHAIR)
    assert 'class="outcome"' not in await read(client, wall)
    await actions.publish_poll(poll, actor=CHAIR)
    assert 'class="outcome"' in await read(client, wall)


async def test_of_a_lot_it_shows_the_seal_and_then_who_was_drawn(client: Client) -> None:
    """The picture of the votes makes way: nobody scrolls on a wall."""
    room = await makers_votes.room(rules=replace(HOLZWICKEDE, tie=Tie.BODY_DECIDES))
    number = await makers_votes.opened(room, options="Rutsche\nSchaukel")
    await makers_votes.shown(room, number, ["1", "2"])
    wall = f"/leinwand/{room.sitting.screen_token}"
    assert "haben abgestimmt" in await read(client, wall)
    await actions.settle_tie(number, actions.Chosen(way=Way.LOT), actor=CHAIR)
    sealed = await read(client, wall)
    assert "Gleichstand" in sealed and "Fingerabdruck des Loses:" in sealed and "haben gemischt" in sealed
    await actions.draw_lot(number, "Giraffe", actor=CHAIR)
    drawn = await read(client, wall)
    assert "Entschieden" in drawn and "Das Los hat entschieden:" in drawn and "Giraffe" in drawn
    assert "Fingerabdruck" not in drawn and "haben abgestimmt" not in drawn


async def test_a_pause_and_the_end(client: Client) -> None:
    found = await hall()
    wall = f"/leinwand/{found.sitting.screen_token}"
    await pause(found.sitting.number, 5, actor=CHAIR)
    assert "Weiter geht es um" in await read(client, wall)
    await client.sign_in(member=found.members[0])
    assert "Pause" in await read(client, f"/sitzungen/{found.sitting.number}/raum")


async def test_a_result_makes_way_for_whoever_speaks_next(client: Client) -> None:
    found = await hall()
    wall = f"/leinwand/{found.sitting.screen_token}"
    poll = await put(found)
    await makers_votes.closed(poll)
    await actions.show_result(poll, actor=CHAIR)
    assert 'class="outcome"' in await read(client, wall)
    mark = await raise_hand(found.sitting.number, found.members[0])
    await give_floor(found.sitting.number, mark, instead=None, actor=CHAIR)
    shown = await read(client, wall)
    assert "Jetzt spricht:" in shown and 'role="timer"' in shown and found.item.title in shown
    assert 'class="outcome"' not in shown and QUESTION in shown  # small, beside it
    await client.sign_in(member=found.members[1])
    phone = await read(client, f"/sitzungen/{found.sitting.number}/raum")
    assert phone.index(found.item.title) < phone.index(QUESTION)
