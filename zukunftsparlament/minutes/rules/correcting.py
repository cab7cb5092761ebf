"""A correction is a new version, with a reason. What it changes is worked out, line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from zukunftsparlament.minutes.rules.words import WhyNot

LONGEST_REASON = 500  # characters


@dataclass(frozen=True, slots=True)
class Changed:
    """Lines that stood there, and those that stand there now; one of both may be empty."""

    before: tuple[str, ...]
    now: tuple[str, ...]


def changes(before: Sequence[str], now: Sequence[str]) -> list[Changed]:
    """In their order. Hundreds of lines cost some milliseconds."""
    found = SequenceMatcher(None, before, now, autojunk=False).get_opcodes()
    return [Changed(tuple(before[a:b]), tuple(now[c:d])) for kind, a, b, c, d in found if kind != "equal"]


def why_not_reason(reason: str) -> WhyNot | None:
    if not reason.strip():
        return WhyNot.REASON_MISSING
    return WhyNot.REASON_TOO_LONG if len(reason.strip()) > LONGEST_REASON else None


def why_not_correct(*, is_public: bool, same: bool) -> WhyNot | None:
    """`same`: the minutes would say what they say already."""
    if not is_public:
        return WhyNot.NOT_PUBLIC_YET
    return WhyNot.NOTHING_CHANGED if same else None
