"""Who holds the vote of which seat. One vote a seat, one seat a person, whatever the order of coming and going."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from zukunftsparlament.sittings.rules.room_words import RoomWhyNot, SeatState
from zukunftsparlament.sittings.rules.words import SittingState, WhyNot

EARLIEST = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Place:
    """A seat of the parliament: who sits there, and who may stand in. Members are row ids."""

    number: int
    holder: int | None = None
    deputy: int | None = None


@dataclass(frozen=True, slots=True)
class InRoom:
    """Somebody who is here. `seat`: whose vote they hold; None for a listener."""

    member: int
    seat: int | None = None
    deputy: bool = False


def is_entitled(one: InRoom, place: Place | None) -> bool:
    """Seats change hands, also during a sitting: whoever has lost theirs has no vote from that moment on."""
    return place is not None and one.member == (place.deputy if one.deputy else place.holder)


def place_for(member: int, places: Iterable[Place], room: Iterable[InRoom]) -> InRoom:
    """What somebody who says "I am here" is from then on.

    Their own seat comes first, whoever stands in there. A deputy takes the first of their seats that is free; holding
    one already, they keep it. Everybody else listens.
    """
    known = sorted(places, key=lambda place: place.number)
    by_number = {place.number: place for place in known}
    for place in known:
        if place.holder == member:
            return InRoom(member, place.number)
    held = {one.seat: one.member for one in room if is_entitled(one, by_number.get(one.seat or 0))}
    mine = [place.number for place in known if place.deputy == member and held.get(place.number, member) == member]
    if not mine:
        return InRoom(member)
    keeps = [number for number in mine if held.get(number) == member]
    return InRoom(member, (keeps or mine)[0], deputy=True)


def seat_state(place: Place, holds: InRoom | None) -> SeatState:
    """`holds`: whoever is here with this seat's vote."""
    if holds is not None:
        return SeatState.DEPUTY if holds.deputy else SeatState.HERE
    return SeatState.AWAY if place.holder is not None else SeatState.EMPTY


def why_not_come(state: SittingState, *, starts_at: datetime, now: datetime) -> Enum | None:
    """Before a sitting is opened people arrive, but not the day before."""
    if state is SittingState.CANCELLED:
        return WhyNot.CANCELLED
    if state is SittingState.CLOSED:
        return WhyNot.ALREADY_CLOSED
    is_open = state in (SittingState.OPEN, SittingState.PAUSED)
    return RoomWhyNot.TOO_EARLY if not is_open and now < starts_at - EARLIEST else None


def why_not_tick(place: Place | None, *, deputy: bool) -> RoomWhyNot | None:
    """Why the chair cannot say that somebody is here for this seat."""
    if place is None:
        return RoomWhyNot.SEAT_UNKNOWN
    if deputy:
        return None if place.deputy is not None else RoomWhyNot.NO_DEPUTY
    return None if place.holder is not None else RoomWhyNot.SEAT_IS_EMPTY
