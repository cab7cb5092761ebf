"""Rules about people: plain values in, plain answers out."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 26  # 130 bits
WORDS_ON_A_CARD = 5
OWN_IDLE, OWN_LONGEST = timedelta(days=14), timedelta(days=90)
SHARED_IDLE, SHARED_LONGEST = timedelta(minutes=15), timedelta(hours=2)
STAFF_IDLE, STAFF_LONGEST = timedelta(minutes=30), timedelta(hours=8)
CONFIRMED_FOR = timedelta(minutes=10)


class WhyNot(Enum):
    CARD_UNKNOWN = "card_unknown"
    CARD_ENDED = "card_ended"
    NAME_MISSING = "name_missing"
    WORDS_MISSING = "words_missing"
    WORDS_WRONG = "words_wrong"
    STAFF_WRONG = "staff_wrong"
    NAME_NOT_OFFERED = "name_not_offered"
    NAME_TAKEN = "name_taken"
    COUNT_WRONG = "count_wrong"
    MONTH_WRONG = "month_wrong"
    END_WRONG = "end_wrong"
    MODERATION_MISSING = "moderation_missing"
    LEAVES_TOO_EARLY = "leaves_too_early"
    LEAVES_TOO_LATE = "leaves_too_late"
    MODERATED_TOO_LONG = "moderated_too_long"
    CARD_NAME_UNKNOWN = "card_name_unknown"
    SEAT_UNKNOWN = "seat_unknown"
    SCHOOL_UNKNOWN = "school_unknown"
    PUPILS_WRONG = "pupils_wrong"
    ROLE_UNKNOWN = "role_unknown"
    SITS_ALREADY = "sits_already"
    SEAT_IS_TAKEN = "seat_is_taken"
    NOBODY_SITS_THERE = "nobody_sits_there"
    LAST_DAY_WRONG = "last_day_wrong"
    TOO_YOUNG_TO_MODERATE = "too_young_to_moderate"
    CHAIRS_NEED_A_SEAT = "chairs_need_a_seat"
    TOO_MANY_SEATS = "too_many_seats"
    SEAT_NEEDS_A_REASON = "seat_needs_a_reason"
    SEAT_REASON_TOO_LONG = "seat_reason_too_long"
    NO_SUCH_DECISION = "no_such_decision"
    SEATS_MADE_ALREADY = "seats_made_already"


@dataclass(frozen=True)
class Times:
    started_at: datetime
    seen_at: datetime


def is_over(times: Times, *, own_device: bool, staff: bool, now: datetime) -> bool:
    """Whether a session has been idle too long, or has lasted long enough."""
    idle, longest = SHARED_IDLE, SHARED_LONGEST
    if staff:
        idle, longest = STAFF_IDLE, STAFF_LONGEST
    elif own_device:
        idle, longest = OWN_IDLE, OWN_LONGEST
    return now - times.seen_at > idle or now - times.started_at > longest


def is_worth_noting(seen_at: datetime, *, own_device: bool, now: datetime) -> bool:
    """Last-seen is written every five minutes at most, on one's own device once a day: it is no diary."""
    return now - seen_at > (timedelta(days=1) if own_device else timedelta(minutes=5))


def is_confirmed(confirmed_at: datetime | None, *, now: datetime) -> bool:
    return confirmed_at is not None and now - confirmed_at <= CONFIRMED_FOR


def is_premoderated(until: str | None, month: str) -> bool:
    """Both `YYYY-MM`. The month of the 14th birthday still counts: the day is not known."""
    return until is not None and month <= until


def has_left(delete_after: str | None, month: str) -> bool:
    """Both `YYYY-MM`. The month of the 20th birthday still counts: the day is not known."""
    return delete_after is not None and month > delete_after


def why_not_words(name: str, words: str) -> dict[str, WhyNot]:
    """What is missing in the words form, field by field."""
    missing = {"name": WhyNot.NAME_MISSING if not name else None, "words": WhyNot.WORDS_MISSING if not words else None}
    return {field: why for field, why in missing.items() if why}


def read_code(typed: str) -> str | None:
    """The code of a card as it is stored, forgiving case, hyphens and look-alikes; None if it cannot be one."""
    code = re.sub(r"[\s-]", "", typed).upper().translate(str.maketrans("OIL", "011"))
    return code if len(code) == CODE_LENGTH and set(code) <= set(CROCKFORD) else None
