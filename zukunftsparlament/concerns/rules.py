"""Who keeps concerns, and what is wrong with one. No store, no browser, no clock."""

from enum import Enum, StrEnum

WORDS, WHERE = 2000, 100  # characters
KEEPERS = 2
LEAST_TOLD = 5  # of fewer nobody says how many


class ConcernWhyNot(Enum):
    NOBODY_READS = "nobody_reads"
    TWO_ALREADY = "two_already"
    KEEPER_ALREADY = "keeper_already"
    STILL_WAITING = "still_waiting"
    CANNOT_OPEN = "cannot_open"


class Problem(Enum):
    EMPTY = "empty"
    TOO_LONG = "too_long"
    WHERE_TOO_LONG = "where_too_long"
    SIGNED_OUT = "signed_out"


class HandedOn(StrEnum):
    """To whom: fixed, so that no name gets into the journal."""

    WELFARE = "welfare"
    POLICE = "police"
    OTHERS = "others"
    SETTLED = "settled"


def problems_with(words: str, where: str, *, may_be_asked: bool, is_signed_in: bool) -> dict[str, Problem]:
    found: dict[str, Problem] = {}
    if not any(sign.isprintable() and not sign.isspace() for sign in words):
        found["text"] = Problem.EMPTY
    elif len(words) > WORDS:
        found["text"] = Problem.TOO_LONG
    if len(where) > WHERE:
        found["where"] = Problem.WHERE_TOO_LONG
    if may_be_asked and not is_signed_in:
        found["may_ask"] = Problem.SIGNED_OUT
    return found


def why_not_keep(*, others: int, keeps_already: bool) -> ConcernWhyNot | None:
    """`others`: how many keep already, without whoever asks."""
    if keeps_already:
        return ConcernWhyNot.KEEPER_ALREADY
    return ConcernWhyNot.TWO_ALREADY if others >= KEEPERS else None


def told(number: int) -> int | None:
    """A number of concerns that may be shown; None where it is too small."""
    return number if number >= LEAST_TOLD else None
