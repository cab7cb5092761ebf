"""A two-key election in a sitting: chairs and office each have a card, and a rehearsal leaves nothing of it."""

from collections.abc import Sequence
from dataclasses import replace
from html import unescape

import pytest

from tests import makers_votes
from tests.client import Client
from tests.polls import key_makers
from tests.polls.key_makers import CHAIR, OFFICE, OTHER_CHAIR, Locked
from zukunftsparlament.departures.rehearsals import wipe_rehearsal
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.actions import Turned
from zukunftsparlament.polls.rules import Secrecy
from zukunftsparlament.polls.rules.in_sitting import HeldAs
from zukunftsparlament.sittings.rules import SittingKind

pytestmark = pytest.mark.usefixtures("store")

CHAIR_CLIENT = Sql("SELECT member FROM seat s JOIN member m ON m.id = s.member WHERE m.role = 'chair'")


async def locked_in(room: makers_votes.Room) -> Locked:
    await key_makers.keepers()
    draft = replace(makers_votes.draft(options="Ada\nBo", secrecy=Secrecy.SECRET), persons=True, two_key=True)
    number = await actions.prepare_in_sitting(room.sitting.number, room.item.mark, draft, held=HeldAs(), actor=CHAIR)
    keepers: Sequence[str] = (CHAIR, OTHER_CHAIR, OFFICE)
    return Locked(number, room.voters, {keeper: await key_makers.card(number, keeper) for keeper in keepers})


async def closed_in(room: makers_votes.Room) -> Locked:
    locked = await locked_in(room)
    await actions.open_poll(locked.number, actor=CHAIR)
    await makers_votes.voted(room, locked.number, ["1", "1", "2"])
    await makers_votes.closed(locked.number)
    return locked


async def test_while_the_sitting_goes_on_the_office_may_bring_the_second_card_and_the_chair_shows_the_result() -> None:
    room = await makers_votes.room(voters=4)
    locked = await closed_in(room)

    assert await actions.turn_key(locked.number, locked.cards[OTHER_CHAIR], actor=OTHER_CHAIR) is Turned.FIRST
    assert await actions.turn_key(locked.number, locked.cards[OFFICE], actor=OFFICE) is Turned.COUNTED
    await actions.show_result(locked.number, actor=CHAIR)

    assert (await queries.counted(locked.number)).result.winners == ("1",)
    assert [step for step in await makers_votes.steps(room) if step.startswith("poll")] == [
        "poll_opened",
        "poll_closed",
    ]


async def test_the_cockpit_leads_to_the_cards(client: Client) -> None:
    room = await makers_votes.room(voters=4)
    locked = await locked_in(room)
    await client.sign_in(member=await CHAIR_CLIENT.value())
    cockpit, cards = f"/vorsitz/{room.sitting.number}", f'href="/abstimmungen/{locked.number}/schluessel"'

    assert cards in unescape((await client.get(cockpit)).text)
    await actions.open_poll(locked.number, actor=CHAIR)
    await makers_votes.closed(locked.number)
    assert cards in unescape((await client.get(cockpit)).text)
    again = await client.get(f"{cockpit}/punkte/{room.item.mark}/abstimmung?art=alternatives")
    assert 'name="two_key"' in again.text and 'name="persons"' in again.text


async def test_of_a_rehearsal_no_card_is_left() -> None:
    room = await makers_votes.room(voters=4, kind=SittingKind.REHEARSAL)
    locked = await closed_in(room)
    await actions.turn_key(locked.number, locked.cards[CHAIR], actor=CHAIR)

    await wipe_rehearsal(room.sitting.number)

    assert await Sql("SELECT count(*) FROM poll_key_card").value() == 0
    assert await Sql("SELECT count(*) FROM journal_entry WHERE verb LIKE '%key%'").value() == 0
