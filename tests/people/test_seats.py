"""Seats, deputies and roles fit together, whatever the office does in whatever order."""

import pytest

from tests import makers
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import checks, queries, seats
from zukunftsparlament.people.rules import WhyNot

pytestmark = pytest.mark.usefixtures("store")

ACTOR = "office:Test"
ROLE = Sql("SELECT role FROM member WHERE id = $1")
CARD = Sql("SELECT card_name FROM member WHERE id = $1")


async def _seat_for(number: int, member: int) -> str:
    await makers.seat(number, school=None, place=1)
    card = str(await CARD.value(member))
    await seats.take_seat(number, card, actor=ACTOR)
    return card


async def _all_is_well() -> bool:
    return [found for check in checks.CHECKS[:2] if (found := await check.find())] == []


async def test_whoever_has_no_role_has_no_seat_and_is_on_no_roll() -> None:
    member = await makers.member()
    card = await _seat_for(1, member)

    await seats.give_role(card, "young", actor=ACTOR)

    assert await queries.seated_members() == []
    assert await ROLE.value(member) == "young"
    verbs = await Sql("SELECT verb FROM journal_entry ORDER BY number").rows()
    assert [row["verb"] for row in verbs] == ["take_seat", "leave_seat", "give_role"]
    assert await _all_is_well()


async def test_a_deputy_who_is_replaced_is_one_no_more() -> None:
    first, second = await makers.member(), await makers.member()
    for number in (1, 2):
        await makers.seat(number, school=None, place=number)
    first_card, second_card = await CARD.value(first), await CARD.value(second)
    await seats.name_deputy(1, first_card, actor=ACTOR)
    await seats.name_deputy(2, first_card, actor=ACTOR)

    await seats.name_deputy(1, second_card, actor=ACTOR)
    assert (await ROLE.value(first), await ROLE.value(second)) == ("deputy", "deputy")  # the first one still of seat 2
    await seats.name_deputy(2, "", actor=ACTOR)
    await seats.name_deputy(1, second_card, actor=ACTOR)  # once more changes nothing

    assert (await ROLE.value(first), await ROLE.value(second)) == ("young", "deputy")
    assert await _all_is_well()


async def test_a_moderator_who_leaves_a_seat_is_a_moderator_still() -> None:
    member = await makers.member(role="moderator")
    await _seat_for(1, member)

    await seats.leave_seat(1, actor=ACTOR)

    assert await ROLE.value(member) == "moderator"
    assert await _all_is_well()


async def test_a_deputy_who_leaves_a_seat_is_a_deputy_again() -> None:
    member = await makers.member()
    card = await _seat_for(1, member)
    await makers.seat(2, school=None, place=2)
    await seats.name_deputy(2, card, actor=ACTOR)
    assert await ROLE.value(member) == "member"

    await seats.leave_seat(1, actor=ACTOR)
    assert await ROLE.value(member) == "deputy"

    await seats.give_role(card, "young", actor=ACTOR)
    assert [row["deputy"] for row in await queries.seats()] == [None, None]
    assert await _all_is_well()


async def test_a_chair_who_leaves_is_none() -> None:
    member = await makers.member()
    card = await _seat_for(1, member)
    await seats.give_role(card, "chair", actor=ACTOR)

    await seats.leave_seat(1, actor=ACTOR)

    assert await ROLE.value(member) == "young"
    assert await _all_is_well()


async def test_nobody_moderates_whose_own_posts_are_read_first() -> None:
    young, older = await makers.member(under_14=True), await makers.member()
    names = [await CARD.value(member) for member in (young, older)]

    with pytest.raises(Refused) as refused:
        await seats.give_role(names[0], "moderator", actor="office:x")
    await seats.give_role(names[1], "moderator", actor="office:x")

    assert refused.value.reason is WhyNot.TOO_YOUNG_TO_MODERATE
    roles = [await ROLE.value(member) for member in (young, older)]
    assert roles == ["young", "moderator"]


async def test_whoever_stops_moderating_keeps_their_seat() -> None:
    seated, standing = await makers.member(), await makers.member()
    cards = [await _seat_for(1, seated), str(await CARD.value(standing))]
    for card in cards:
        await seats.give_role(card, "moderator", actor=ACTOR)
    assert [row["card_name"] for row in await queries.moderators()] == sorted(cards)

    for card in [*cards, cards[0]]:
        await seats.end_moderation(card, actor=ACTOR)

    assert [await ROLE.value(seated), await ROLE.value(standing)] == ["member", "young"]
    assert await queries.moderators() == [] and await _all_is_well()
