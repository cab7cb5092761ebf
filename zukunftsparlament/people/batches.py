"""What a batch of cards may be: pure."""

import re
from dataclasses import dataclass

from zukunftsparlament.people.rules import WhyNot

MOST_CARDS = 200
LONGEST_YEARS = 15
YEARS_FROM_14_TO_20 = 6


@dataclass(frozen=True)
class BatchWish:
    """As typed. `school`: a row id, or None for those who learn elsewhere. Months: `YYYY-MM`; the first may be ""."""

    school: int | None
    count: int | None
    premoderated_until: str
    delete_after: str


def is_month(text: str) -> bool:
    return re.fullmatch(r"20[0-9]{2}-(0[1-9]|1[0-2])", text) is not None


def months(text: str) -> int:
    year, month = text.split("-")
    return int(year) * 12 + int(month)


def read_month(typed: str) -> str:
    """`07/2031`, `7.2031` and `2031-07` are `2031-07`; anything else stays as typed, and is refused later."""
    found = re.fullmatch(r"\s*([0-9]{1,2})\s*[/.]\s*(20[0-9]{2})\s*", typed)
    return f"{found[2]}-{int(found[1]):02}" if found else typed.strip()


def why_not_batch(wish: BatchWish, *, schools: list[int], month: str) -> dict[str, WhyNot]:
    """The problem of each field that has one. `month`: the current one, `YYYY-MM`."""
    problems: dict[str, WhyNot] = {}
    if wish.school is not None and wish.school not in schools:
        problems["school"] = WhyNot.SCHOOL_UNKNOWN
    if wish.count is None or not 1 <= wish.count <= MOST_CARDS:
        problems["count"] = WhyNot.COUNT_WRONG
    if not is_month(wish.delete_after):
        problems["delete_after"] = WhyNot.END_WRONG
    elif wish.delete_after <= month:
        problems["delete_after"] = WhyNot.LEAVES_TOO_EARLY
    elif months(wish.delete_after) > months(month) + LONGEST_YEARS * 12:
        problems["delete_after"] = WhyNot.LEAVES_TOO_LATE
    if wish.premoderated_until and not is_month(wish.premoderated_until):
        problems["premoderated_until"] = WhyNot.MONTH_WRONG
    elif wish.premoderated_until and "delete_after" not in problems and _is_moderated_too_long(wish):
        problems["premoderated_until"] = WhyNot.MODERATED_TOO_LONG
    elif not wish.premoderated_until and "delete_after" not in problems and _are_under_14(wish, month):
        problems["premoderated_until"] = WhyNot.MODERATION_MISSING
    return problems


def _are_under_14(wish: BatchWish, month: str) -> bool:
    """Who turns 20 more than six years from now is not yet 14: nobody unmoderates a child by leaving a field empty."""
    return months(wish.delete_after) - months(month) > YEARS_FROM_14_TO_20 * 12


def _is_moderated_too_long(wish: BatchWish) -> bool:
    """A class has its 14th and its 20th birthdays six years apart; a year of slack for mixed classes."""
    return months(wish.delete_after) - months(wish.premoderated_until) < (YEARS_FROM_14_TO_20 - 1) * 12
