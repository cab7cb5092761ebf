"""Coming and going, in the store: one vote a seat, whoever comes first, and times that fit together."""

import asyncio

import pytest

from tests import makers, makers_sittings
from tests.makers_room import CHAIR, guest, in_the_room, kinds, open_sitting_with_item, seat, states
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.belongings import Leaver
from zukunftsparlament.people.departing import Why, begin
from zukunftsparlament.procedure.rules import HOLZWICKEDE
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions import close_sitting
from zukunftsparlament.sittings.actions.attendance import come, leave, tick
from zukunftsparlament.sittings.actions.guests_here import guest_comes, guest_goes, new_guest
from zukunftsparlament.sittings.queries.guests import guests
from zukunftsparlament.sittings.room_checks import CHECKS
from zukunftsparlament.sittings.room_texts import quorum_sentence
from zukunftsparlament.sittings.rules import SittingKind, WhyNot
from zukunftsparlament.sittings.rules.room_words import RoomWhyNot

pytestmark = pytest.mark.usefixtures("store")
ROWS = Sql("SELECT member, seat, deputy, left_at FROM attendance WHERE sitting = $1 ORDER BY id")


async def test_the_deputy_votes_until_the_holder_comes() -> None:
    sitting, deputy = await makers_sittings.sitting(opened=True), await makers.member(role="deputy")
    one = await seat(deputy=deputy)

    await come(sitting.number, deputy, actor="deputy")
    assert await states(sitting) == {one.number: "deputy"}
    assert (await queries.meeting(sitting)).voters == [deputy]

    await come(sitting.number, one.holder, actor="member")
    found = await queries.meeting(sitting)
    assert await states(sitting) == {one.number: "here"}
    assert found.voters == [one.holder]
    assert [here.member for here in found.here if here.seat is None] == [deputy]

    await leave(sitting.number, one.holder, actor="member")
    assert await states(sitting) == {one.number: "away"}
    await come(sitting.number, deputy, actor="deputy")
    assert await states(sitting) == {one.number: "deputy"}
    assert await kinds(sitting) == ["came", "came", "left", "came"]


async def test_holder_deputy_and_chair_at_once_make_one_vote() -> None:
    sitting, deputy = await makers_sittings.sitting(opened=True), await makers.member(role="deputy")
    one = await seat(deputy=deputy)

    await asyncio.gather(
        *(come(sitting.number, one.holder, actor="member") for _ in range(3)),
        *(come(sitting.number, deputy, actor="deputy") for _ in range(2)),
        *(tick(sitting.number, one.number, here=True, actor=CHAIR) for _ in range(2)),
    )

    found = await queries.meeting(sitting)
    assert found.voters == [one.holder]
    rows = [row for row in await ROWS.rows(sitting.id) if row["left_at"] is None]
    assert sorted(row["member"] for row in rows) == sorted([one.holder, deputy])
    assert [row["seat"] for row in rows if row["seat"] is not None] == [one.number]


async def test_the_chair_ticks_who_has_no_phone() -> None:
    sitting, deputy = await makers_sittings.sitting(opened=True), await makers.member(role="deputy")
    one, other = await seat(deputy=deputy), await seat()

    await tick(sitting.number, one.number, here=True, deputy=True, actor=CHAIR)
    await tick(sitting.number, one.number, here=True, deputy=True, actor=CHAIR)
    assert await states(sitting) == {one.number: "deputy", other.number: "away"}
    await tick(sitting.number, one.number, here=False, actor=CHAIR)
    assert await states(sitting) == {one.number: "away", other.number: "away"}
    assert await kinds(sitting) == ["came", "left"]

    for number, why_not in ((other.number, RoomWhyNot.NO_DEPUTY), (9999, RoomWhyNot.SEAT_UNKNOWN)):
        with pytest.raises(Refused) as refused:
            await tick(sitting.number, number, here=True, deputy=True, actor=CHAIR)
        assert refused.value.reason is why_not
    with pytest.raises(Refused) as refused:
        await tick(sitting.number, one.number, here=True, actor="member")
    assert refused.value.reason is WhyNot.ONLY_CHAIRS_LEAD


async def test_a_wrong_tap_on_leaving_leaves_no_gap() -> None:
    sitting, deputy = await makers_sittings.sitting(opened=True), await makers.member(role="deputy")
    one = await seat(deputy=deputy)
    for _ in range(3):
        await in_the_room(sitting, one)
        await leave(sitting.number, one.holder, actor="member")
    assert len(await ROWS.rows(sitting.id)) == 1

    await come(sitting.number, deputy, actor="deputy")
    await leave(sitting.number, deputy, actor="deputy")
    await in_the_room(sitting, one)  # somebody else had the vote meanwhile
    assert [row["deputy"] for row in await ROWS.rows(sitting.id)] == [False, True, False]
    assert [await check.find() for check in CHECKS] == 3 * [None]


async def test_a_seat_that_changes_hands_takes_its_vote_along() -> None:
    sitting, one = await makers_sittings.sitting(opened=True), await seat()
    await in_the_room(sitting, one)
    successor = await makers.member(role="member")

    await Sql("UPDATE seat SET member = $2 WHERE number = $1").rows(one.number, successor)
    assert (await queries.meeting(sitting)).voters == []
    assert await states(sitting) == {one.number: "away"}

    await come(sitting.number, successor, actor="member")
    assert (await queries.meeting(sitting)).voters == [successor]


async def test_who_goes_for_good_is_gone_from_the_room() -> None:
    sitting, one = await makers_sittings.sitting(opened=True), await seat()
    await in_the_room(sitting, one)

    await begin(Leaver(one.holder), why=Why.SELF, actor="system")

    assert (await queries.meeting(sitting)).present == 0
    with pytest.raises(Missing):
        await come(sitting.number, one.holder, actor="member")


async def test_a_closed_sitting_lets_nobody_in_and_everybody_out() -> None:
    sitting, one = await makers_sittings.sitting(opened=True), await seat()
    await in_the_room(sitting, one)

    await close_sitting(sitting.number, actor=CHAIR)

    assert all(row["left_at"] for row in await ROWS.rows(sitting.id))
    with pytest.raises(Refused) as refused:
        await come(sitting.number, one.holder, actor="member")
    assert refused.value.reason is WhyNot.ALREADY_CLOSED
    await leave(sitting.number, one.holder, actor="member")  # always possible


async def test_what_the_number_in_the_room_means() -> None:
    sitting = await makers_sittings.sitting(opened=True, rules=HOLZWICKEDE)
    seats = [await seat() for _ in range(4)]

    await in_the_room(sitting, seats[0])
    assert quorum_sentence(await queries.meeting(sitting)) == (
        "1 von 6 ist da. Es fehlen noch 2 für eine Abstimmung. Berichte und Fragen gehen trotzdem."
    )
    await in_the_room(sitting, *seats[1:3])
    assert quorum_sentence(await queries.meeting(sitting)) == "3 von 6 sind da. Ihr dürft beschließen."
    unofficial = await makers_sittings.sitting(opened=True, kind=SittingKind.UNOFFICIAL)
    assert "Stimmungsbilder" in quorum_sentence(await queries.meeting(unofficial))


async def test_guests_come_and_go_and_have_no_vote() -> None:
    sitting = await open_sitting_with_item()
    mark = await guest(sitting)

    await guest_comes(sitting.number, mark, actor=CHAIR)
    await guest_comes(sitting.number, mark, actor=CHAIR)
    await new_guest(sitting.number, "Verkehrsausschuss", actor=CHAIR)
    await new_guest(sitting.number, "Verkehrsausschuss", actor=CHAIR)
    assert [(one.name, one.is_here) for one in await guests(sitting.id)] == [
        ("Bürgermeisterin", True),
        ("Verkehrsausschuss", True),
    ]
    await guest_goes(sitting.number, mark, actor=CHAIR)
    await guest_goes(sitting.number, mark, actor=CHAIR)

    assert [one.is_here for one in await guests(sitting.id)] == [False, True]
    assert (await queries.meeting(sitting)).present == 0
    assert await kinds(sitting) == ["guest_came", "guest_came", "guest_left"]
