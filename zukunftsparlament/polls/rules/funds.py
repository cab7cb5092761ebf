"""What can be written into a fund."""

from enum import Enum

from zukunftsparlament.polls.rules.money import MOST_CENTS

LONGEST_SOURCE = 60  # characters
LONGEST_ENTRY_REASON = 200
FIRST_YEAR, LAST_YEAR = 2000, 2100


class WhyNotFund(Enum):
    SOURCE_MISSING = "source_missing"
    SOURCE_TOO_LONG = "source_too_long"
    YEAR_WRONG = "year_wrong"
    CENTS_WRONG = "cents_wrong"
    ENTRY_REASON_MISSING = "entry_reason_missing"
    ENTRY_REASON_TOO_LONG = "entry_reason_too_long"
    NEVER_WENT_OUT = "never_went_out"


def why_not_fund(source: str, year: int, cents: int) -> dict[str, WhyNotFund]:
    """By the field of the form."""
    found: dict[str, WhyNotFund | None] = {
        "source": _text(source, LONGEST_SOURCE, WhyNotFund.SOURCE_MISSING, WhyNotFund.SOURCE_TOO_LONG),
        "year": None if FIRST_YEAR <= year <= LAST_YEAR else WhyNotFund.YEAR_WRONG,
        "cents": _cents(cents),
    }
    return {field: why_not for field, why_not in found.items() if why_not}


def why_not_give(cents: int, reason: str) -> dict[str, WhyNotFund]:
    found: dict[str, WhyNotFund | None] = {"cents": _cents(cents), "reason": why_not_return(reason)}
    return {field: why_not for field, why_not in found.items() if why_not}


def why_not_return(reason: str) -> WhyNotFund | None:
    return _text(reason, LONGEST_ENTRY_REASON, WhyNotFund.ENTRY_REASON_MISSING, WhyNotFund.ENTRY_REASON_TOO_LONG)


def _cents(cents: int) -> WhyNotFund | None:
    return None if 0 < cents <= MOST_CENTS else WhyNotFund.CENTS_WRONG


def _text(text: str, longest: int, missing: WhyNotFund, too_long: WhyNotFund) -> WhyNotFund | None:
    if not text.strip():
        return missing
    return too_long if len(text.strip()) > longest else None
