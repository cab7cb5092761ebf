"""Who speaks next, for how long, and why somebody stands where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, StrEnum
from itertools import pairwise

from zukunftsparlament.procedure.rules import SpeakingSeconds
from zukunftsparlament.sittings.rules.room_words import RoomWhyNot
from zukunftsparlament.sittings.rules.words import SittingState, WhyNot


@dataclass(frozen=True, kw_only=True, slots=True)
class Hand:
    """A raised hand. `spoke`: how often this child has spoken in this sitting, `school_spoke`: how often its school,
    `spoke_here`: how often this child has spoken in this item. Points of order are no speeches."""

    mark: int
    raised_at: datetime
    spoke: int = 0
    school_spoke: int = 0
    spoke_here: int = 0
    mover: bool = False
    is_order: bool = field(default=False)


class Why(StrEnum):
    """Why somebody stands where they stand. Compared with whoever stands before them."""

    NEXT = "next"
    ORDER_FIRST = "order_first"  # points of order come before speeches
    SPOKE_MORE = "spoke_more"
    SCHOOL_SPOKE_MORE = "school_spoke_more"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class InLine:
    """`place` counts from 1, points of order and speeches each for themselves."""

    hand: Hand
    place: int
    why: Why


def in_line(hands: Sequence[Hand]) -> list[InLine]:
    """Points of order in the order of their time; then those who spoke least, then the schools that did, then time."""
    line = sorted(hands, key=_rank)
    orders = sum(hand.is_order for hand in line)
    return [
        InLine(hand, place if hand.is_order else place - orders, _why(hand, before))
        for place, (before, hand) in enumerate(pairwise([None, *line]), start=1)
        if hand is not None
    ]


def _rank(hand: Hand) -> tuple[bool, int, int, datetime, int]:
    spoke, school_spoke = (0, 0) if hand.is_order else (hand.spoke, hand.school_spoke)
    return not hand.is_order, spoke, school_spoke, hand.raised_at, hand.mark


def _why(hand: Hand, before: Hand | None) -> Why:
    if before is None:
        return Why.NEXT
    if before.is_order and not hand.is_order:
        return Why.ORDER_FIRST
    if not hand.is_order and hand.spoke > before.spoke:
        return Why.SPOKE_MORE
    if not hand.is_order and hand.school_spoke > before.school_spoke:
        return Why.SCHOOL_SPOKE_MORE
    return Why.LATER


def seconds_for(hand: Hand, seconds: SpeakingSeconds) -> int:
    """Whoever made the proposal has a time of their own; a point of order is as short as a further speech."""
    if hand.is_order:
        return seconds.further
    if hand.mover:
        return seconds.mover
    return seconds.further if hand.spoke_here else seconds.first


def why_not_raise(
    state: SittingState, *, in_room: bool, has_seat: bool, item_runs: bool, is_closed: bool, is_order: bool
) -> Enum | None:
    if state is SittingState.PAUSED:
        return RoomWhyNot.PAUSED
    if state is not SittingState.OPEN:
        return WhyNot.ALREADY_CLOSED if state is SittingState.CLOSED else WhyNot.NOT_OPEN
    if not in_room:
        return WhyNot.NOT_IN_THE_ROOM
    if not has_seat:
        return RoomWhyNot.ONLY_SEATS_SPEAK
    if not item_runs:
        return RoomWhyNot.NO_ITEM_RUNS
    return RoomWhyNot.LIST_IS_CLOSED if is_closed and not is_order else None


def why_not_lead_speech(state: SittingState) -> Enum | None:
    """Giving the floor, putting a guest on the list, closing it: only while the sitting goes on."""
    if state is SittingState.PAUSED:
        return RoomWhyNot.PAUSED
    if state is not SittingState.OPEN:
        return WhyNot.ALREADY_CLOSED if state is SittingState.CLOSED else WhyNot.NOT_OPEN
    return None
