"""The words of what goes on in the room: who is there, who speaks, what is asked."""

from enum import Enum, StrEnum


class SeatState(StrEnum):
    HERE = "here"
    DEPUTY = "deputy"  # somebody stands in
    AWAY = "away"
    EMPTY = "empty"  # nobody sits there


class OrderKind(StrEnum):
    """What a point of order asks for. Its words stand in `room_texts`."""

    PAUSE = "pause"
    END_LIST = "end_list"  # nobody else may be put on the speaking list
    END_DEBATE = "end_debate"  # vote at once
    ADJOURN = "adjourn"
    SECRET = "secret"  # noqa: S105
    CLOSED_DOORS = "closed_doors"  # without listeners and guests


class OrderOutcome(StrEnum):
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class RoomWhyNot(Enum):
    """Why something cannot be done in the room; the sentences stand in `room_texts`."""

    TOO_EARLY = "too_early"
    SEAT_IS_EMPTY = "seat_is_empty"
    NO_DEPUTY = "no_deputy"
    SITS_ELSEWHERE = "sits_elsewhere"
    SEAT_UNKNOWN = "seat_unknown"
    PAUSED = "paused"
    LIST_IS_CLOSED = "list_is_closed"
    ONLY_SEATS_SPEAK = "only_seats_speak"
    GUEST_IS_AWAY = "guest_is_away"
    HAND_IS_DOWN = "hand_is_down"
    ORDER_UNKNOWN = "order_unknown"
    NO_ITEM_RUNS = "no_item_runs"
    ALREADY_ANSWERED = "already_answered"
    BOX_IS_CLOSED = "box_is_closed"
    TOO_MANY_QUESTIONS = "too_many_questions"
