"""The speaking list in the store: fair, explained, and one transition however many tap at once."""

import asyncio

import pytest

from tests import makers, makers_sittings
from tests.makers_room import CHAIR, Seat, guest, in_the_room, kinds, open_sitting_with_item, seat
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions import end_item
from zukunftsparlament.sittings.actions.attendance import leave
from zukunftsparlament.sittings.actions.floor import give_floor, put_guest, stop, take_back, take_off
from zukunftsparlament.sittings.actions.guests_here import guest_comes
from zukunftsparlament.sittings.actions.orders import close_list, open_list, settle_order
from zukunftsparlament.sittings.actions.speaking import lower_hand, raise_hand
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.rules import End
from zukunftsparlament.sittings.rules.room_words import OrderKind, OrderOutcome, RoomWhyNot
from zukunftsparlament.sittings.rules.speaking import Why

pytestmark = pytest.mark.usefixtures("store")
SECOND_CHAIR = "chair:2"


async def room(count: int = 3, *, school: int | None = None) -> tuple[Sitting, list[Seat]]:
    sitting = await open_sitting_with_item()
    seats = [await seat(school=school) for _ in range(count)]
    await in_the_room(sitting, *seats)
    return sitting, seats


async def waiting(sitting: Sitting) -> list[tuple[int | None, Why]]:
    return [(one.seat, one.why) for one in (await queries.speaking_of(sitting)).waiting]


async def test_who_has_spoken_comes_after_who_has_not() -> None:
    sitting, (first, second, third) = await room()
    mark = await raise_hand(sitting.number, first.holder)
    assert await raise_hand(sitting.number, first.holder) == mark  # a double tap
    await give_floor(sitting.number, mark, instead=None, actor=CHAIR)
    for one in (first, second, third):
        await raise_hand(sitting.number, one.holder)

    assert await waiting(sitting) == [
        (second.number, Why.NEXT),
        (third.number, Why.LATER),
        (first.number, Why.SPOKE_MORE),
    ]
    found = await queries.speaking_of(sitting, first.holder)
    assert found.now
    assert found.now.seat == first.number
    assert found.now.ends_at
    assert found.my_speech and found.my_speech.place == 3
    assert [one.spoke for one in found.waiting] == [0, 0, 1]


async def test_who_shares_a_school_with_a_speaker_comes_later() -> None:
    sitting, (first, second) = await room(2, school=await makers.school())
    other = await seat()
    await in_the_room(sitting, other)
    await give_floor(sitting.number, await raise_hand(sitting.number, first.holder), instead=None, actor=CHAIR)
    await raise_hand(sitting.number, second.holder)
    await raise_hand(sitting.number, other.holder)

    assert await waiting(sitting) == [(other.number, Why.NEXT), (second.number, Why.SCHOOL_SPOKE_MORE)]


async def test_two_chairs_who_tap_next_at_once_are_one_transition() -> None:
    sitting, seats = await room()
    marks = [await raise_hand(sitting.number, one.holder) for one in seats]
    await give_floor(sitting.number, marks[0], instead=None, actor=CHAIR)

    await asyncio.gather(
        give_floor(sitting.number, marks[1], instead=marks[0], actor=CHAIR),
        give_floor(sitting.number, marks[1], instead=marks[0], actor=SECOND_CHAIR),
        give_floor(sitting.number, marks[2], instead=marks[0], actor=SECOND_CHAIR),
        return_exceptions=False,
    )

    found = await queries.speaking_of(sitting)
    assert found.now
    assert {found.now.mark, found.waiting[0].mark} == {marks[1], marks[2]}
    assert (await kinds(sitting)).count("speaking_began") == 2
    await asyncio.gather(*(stop(sitting.number, found.now.mark, actor=CHAIR) for _ in range(3)))
    assert (await queries.speaking_of(sitting)).now is None


async def test_a_wrong_start_is_undone_into_the_old_place() -> None:
    sitting, seats = await room()
    marks = [await raise_hand(sitting.number, one.holder) for one in seats]
    await give_floor(sitting.number, marks[0], instead=None, actor=CHAIR)
    await give_floor(sitting.number, marks[1], instead=marks[0], actor=CHAIR)
    await raise_hand(sitting.number, seats[1].holder)  # again, while they speak

    await asyncio.gather(*(take_back(sitting.number, marks[1], actor=CHAIR) for _ in range(2)))

    found = await queries.speaking_of(sitting)
    assert found.now and found.now.mark == marks[0]  # was cut off, and speaks on
    assert [one.mark for one in found.waiting] == marks[1:]
    assert [one.spoke for one in found.waiting] == [0, 0]


async def test_leaving_and_lowering_take_off_the_list() -> None:
    sitting, seats = await room()
    marks = [await raise_hand(sitting.number, one.holder) for one in seats]
    with pytest.raises(Missing):
        await lower_hand(sitting.number, seats[0].holder, marks[1])  # not theirs

    await lower_hand(sitting.number, seats[0].holder, marks[0])
    await lower_hand(sitting.number, seats[0].holder, marks[0])
    await give_floor(sitting.number, marks[1], instead=None, actor=CHAIR)
    await leave(sitting.number, seats[1].holder, actor="member")  # in the middle of the speech
    await take_off(sitting.number, marks[2], actor=CHAIR)

    found = await queries.speaking_of(sitting)
    assert (found.now, [*found.waiting]) == (None, [])
    with pytest.raises(Refused) as refused:
        await give_floor(sitting.number, marks[2], instead=None, actor=CHAIR)
    assert refused.value.reason is RoomWhyNot.HAND_IS_DOWN


async def test_a_closed_list_takes_points_of_order_only() -> None:
    sitting, (one, other, _) = await room()
    await raise_hand(sitting.number, one.holder)
    wish = await raise_hand(sitting.number, other.holder, order=OrderKind.END_LIST)
    await asyncio.gather(
        settle_order(sitting.number, wish, OrderOutcome.ACCEPTED, actor=CHAIR),
        settle_order(sitting.number, wish, OrderOutcome.ACCEPTED, actor=SECOND_CHAIR),
    )

    assert (await queries.speaking_of(sitting)).is_closed
    with pytest.raises(Refused) as refused:
        await raise_hand(sitting.number, other.holder)
    assert refused.value.reason is RoomWhyNot.LIST_IS_CLOSED
    await raise_hand(sitting.number, other.holder, order=OrderKind.PAUSE)
    assert [seat_ for seat_, _ in await waiting(sitting)] == [one.number]
    assert (await kinds(sitting))[-2:] == ["list_closed", "order"]

    await close_list(sitting.number, actor=CHAIR)
    await open_list(sitting.number, actor=CHAIR)
    await raise_hand(sitting.number, other.holder)
    assert (await kinds(sitting))[-1] == "list_opened"


async def test_a_room_that_wants_to_vote_at_once_stops_talking() -> None:
    sitting, (one, other, third) = await room()
    speaks = await raise_hand(sitting.number, one.holder)
    await raise_hand(sitting.number, third.holder)
    await give_floor(sitting.number, speaks, instead=None, actor=CHAIR)
    wish = await raise_hand(sitting.number, other.holder, order=OrderKind.END_DEBATE)
    pause_ = await raise_hand(sitting.number, third.holder, order=OrderKind.PAUSE)
    await settle_order(sitting.number, wish, OrderOutcome.ACCEPTED, actor=CHAIR)

    found = await queries.speaking_of(sitting)
    assert (found.is_closed, found.now, [*found.waiting]) == (True, None, [])
    assert [order.mark for order in found.orders] == [pause_]


async def test_the_end_of_an_item_is_the_end_of_its_list() -> None:
    sitting, (one, *_) = await room()
    await raise_hand(sitting.number, one.holder)
    item = await queries.running_item(sitting.id)
    assert item

    await end_item(sitting.number, item.mark, End.DONE, actor=CHAIR)
    await makers_sittings.item(sitting, "Spielplatz", begun=True)

    assert await waiting(sitting) == []
    await raise_hand(sitting.number, one.holder)
    assert await waiting(sitting) == [(one.number, Why.NEXT)]


async def test_a_guest_speaks_when_the_chair_says_so() -> None:
    sitting, _ = await room()
    mark = await guest(sitting)
    with pytest.raises(Refused) as refused:
        await put_guest(sitting.number, mark, actor=CHAIR)
    assert refused.value.reason is RoomWhyNot.GUEST_IS_AWAY

    await guest_comes(sitting.number, mark, actor=CHAIR)
    await asyncio.gather(*(put_guest(sitting.number, mark, actor=CHAIR) for _ in range(2)))
    found = await queries.speaking_of(sitting)
    assert [(hand.name, hand.seat) for hand in found.waiting] == [("Bürgermeisterin", None)]
    await give_floor(sitting.number, found.waiting[0].mark, instead=None, actor=CHAIR)
    now = (await queries.speaking_of(sitting)).now
    assert now and now.name == "Bürgermeisterin"
