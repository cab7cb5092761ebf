"""When somebody goes by the calendar, and when rather nobody does."""

from enum import Enum

MOST_AT_ONCE = 20
ONE_IN = 10
WARNED_MONTHS = 2


class WhyNotLeave(Enum):
    WORDS_MISSING = "words_missing"
    WORDS_WRONG = "words_wrong"
    CHOICE_MISSING = "choice_missing"
    TEXTS_IN_A_POLL = "texts_in_a_poll"
    NOBODY = "nobody"
    REASON_MISSING = "reason_missing"
    LIST_HAS_CHANGED = "list_has_changed"


def brake_holds(leaving: int, *, of: int) -> bool:
    """More than 20 of `of` accounts at once, or more than a tenth of them: rather a wrong clock than birthdays."""
    return leaving > MOST_AT_ONCE or leaving * ONE_IN > of


def months_left(delete_after: str | None, month: str) -> int | None:
    """Whole months after this one in which the card is still good; 0 in its last month. Both `YYYY-MM`."""
    if delete_after is None:
        return None
    (year, last), (this_year, this) = [map(int, one.split("-")) for one in (delete_after, month)]
    return (year - this_year) * 12 + last - this


def is_to_be_warned(delete_after: str | None, month: str) -> bool:
    left = months_left(delete_after, month)
    return left is not None and left <= WARNED_MONTHS
