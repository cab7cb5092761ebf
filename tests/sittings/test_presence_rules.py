"""One vote a seat, one seat a person: whatever the order of coming, going and changing seats."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zukunftsparlament.sittings.rules import SittingState, WhyNot
from zukunftsparlament.sittings.rules.half_circle import HEIGHT, WIDTH, spots
from zukunftsparlament.sittings.rules.presence import (
    InRoom,
    Place,
    is_entitled,
    place_for,
    seat_state,
    why_not_come,
)
from zukunftsparlament.sittings.rules.room_words import RoomWhyNot, SeatState

HOLDER, DEPUTY, OTHER = 1, 2, 3
SEAT = Place(7, HOLDER, DEPUTY)
START = datetime(2027, 2, 3, 16, tzinfo=UTC)


def come(room: list[InRoom], member: int, places: list[Place]) -> list[InRoom]:
    """As `actions.attendance` settles it."""
    place = place_for(member, places, room)
    stay = [InRoom(one.member) if one.seat == place.seat and one.seat else one for one in room if one.member != member]
    return [*stay, place]


def test_the_holder_takes_the_vote_back_from_the_deputy() -> None:
    room = come([], DEPUTY, [SEAT])
    assert room == [InRoom(DEPUTY, 7, deputy=True)]

    assert come(room, HOLDER, [SEAT]) == [InRoom(DEPUTY), InRoom(HOLDER, 7)]


def test_a_deputy_of_two_seats_takes_the_one_that_is_free() -> None:
    places = [SEAT, Place(9, OTHER, DEPUTY)]
    room = come([], HOLDER, places)

    assert place_for(DEPUTY, places, room) == InRoom(DEPUTY, 9, deputy=True)
    assert place_for(DEPUTY, places, come(room, OTHER, places)) == InRoom(DEPUTY)


def test_a_deputy_sits_on_a_seat_that_nobody_holds() -> None:
    empty = Place(7, None, DEPUTY)

    holds = place_for(DEPUTY, [empty], [])

    assert seat_state(empty, holds) is SeatState.DEPUTY
    assert seat_state(empty, None) is SeatState.EMPTY
    assert seat_state(SEAT, None) is SeatState.AWAY


def test_who_has_lost_the_seat_has_no_vote_and_does_not_block_it() -> None:
    room = come([], HOLDER, [SEAT])
    given_on = [Place(7, OTHER, None)]

    assert not is_entitled(room[0], given_on[0])
    assert place_for(OTHER, given_on, room) == InRoom(OTHER, 7)


people = st.integers(1, 4)
places = st.lists(st.tuples(st.none() | people, st.none() | people), min_size=1, max_size=4).map(
    lambda pairs: [Place(number, holder, deputy) for number, (holder, deputy) in enumerate(pairs, start=1)]
)


@settings(max_examples=150)
@given(places, st.lists(st.tuples(st.sampled_from(["come", "leave"]), people), max_size=12), places)
def test_one_vote_a_seat_and_one_seat_a_person(
    before: list[Place], acts: list[tuple[str, int]], after: list[Place]
) -> None:
    room: list[InRoom] = []
    for turn, (act, member) in enumerate(acts):
        now = before if turn < len(acts) // 2 else after  # seats change hands in the middle
        room = come(room, member, now) if act == "come" else [one for one in room if one.member != member]

        by_number = {place.number: place for place in now}
        votes = [one for one in room if is_entitled(one, by_number.get(one.seat or 0))]
        assert len({one.seat for one in votes}) == len(votes)
        assert len({one.member for one in room}) == len(room)
        if act == "come":
            mine = next(one for one in room if one.member == member)
            holds = next((place.number for place in now if place.holder == member), None)
            assert holds is None or mine == InRoom(member, holds)


@pytest.mark.parametrize(
    ("state", "hours", "why_not"),
    [
        (SittingState.INVITED, -13, RoomWhyNot.TOO_EARLY),
        (SittingState.INVITED, -1, None),
        (SittingState.OPEN, -13, None),
        (SittingState.PAUSED, 1, None),
        (SittingState.CLOSED, 1, WhyNot.ALREADY_CLOSED),
        (SittingState.CANCELLED, -1, WhyNot.CANCELLED),
    ],
)
def test_one_can_arrive_from_the_same_day_until_the_end(
    state: SittingState, hours: int, why_not: RoomWhyNot | WhyNot | None
) -> None:
    assert why_not_come(state, starts_at=START, now=START + timedelta(hours=hours)) is why_not


@pytest.mark.parametrize("seats", [0, 1, 2, 9, 10, 18, 25, 43, 60])
def test_no_seat_of_the_half_circle_touches_another(seats: int) -> None:
    found = spots(seats)

    assert len(found) == seats
    for place, one in enumerate(found):
        assert one.radius <= one.x <= WIDTH - one.radius
        assert one.radius <= one.y <= HEIGHT - one.radius
        for other in found[place + 1 :]:
            distance = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
            assert distance >= one.radius + other.radius
