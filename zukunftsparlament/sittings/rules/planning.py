"""A sitting that somebody wants to plan, and everything that is wrong with it, field by field."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from zukunftsparlament.sittings.rules.words import SittingKind

LONGEST_TITLE = 120  # characters, as are the next ones
LONGEST_PLACE = 120
LONGEST_HINT = 500
LONGEST_WIFI = 120
LONGEST_REASON = 300
LONGEST_GUEST = 100
MOST_GUESTS = 30

LONGEST_SITTING = timedelta(hours=12)
FARTHEST = timedelta(days=3 * 366)  # a slip in the year must not stand in everybody's calendar


class Flaw(Enum):
    """What is wrong with a field; the sentences stand in `planning_texts.py`."""

    KIND_MISSING = "kind_missing"
    TITLE_TOO_LONG = "title_too_long"
    DAY_MISSING = "day_missing"
    DAY_UNREADABLE = "day_unreadable"
    BEGIN_MISSING = "begin_missing"
    TIME_UNREADABLE = "time_unreadable"
    TIME_NEVER_COMES = "time_never_comes"
    IN_THE_PAST = "in_the_past"
    TOO_FAR_AHEAD = "too_far_ahead"
    ENDS_BEFORE_BEGIN = "ends_before_begin"
    TOO_LONG_A_SITTING = "too_long_a_sitting"
    PLACE_MISSING = "place_missing"
    PLACE_TOO_LONG = "place_too_long"
    HINT_TOO_LONG = "hint_too_long"
    WIFI_TOO_LONG = "wifi_too_long"
    REASON_TOO_LONG = "reason_too_long"
    GUEST_TOO_LONG = "guest_too_long"
    GUEST_TWICE = "guest_twice"
    TOO_MANY_GUESTS = "too_many_guests"


@dataclass(frozen=True, kw_only=True)
class SittingDraft:
    """The form, read: times are UTC, None where nothing could be read. `guests` come from `lines_in`.

    `late_reason`: why those who were invited learn too late that it moves.
    """

    kind: SittingKind | None
    starts_at: datetime | None
    ends_at: datetime | None = None
    place: str
    title: str = ""
    hint: str = ""
    wifi: str = ""
    urgent_reason: str = ""
    late_reason: str = ""
    guests: tuple[str, ...] = ()


def lines_in(text: str) -> tuple[str, ...]:
    """One name a line; blank lines mean nothing."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def flaws_of(draft: SittingDraft, *, now: datetime) -> Mapping[str, Flaw]:
    """The flaw of each field that has one, by the name of the form field. Empty: nothing speaks against it."""
    found: dict[str, Flaw | None] = {
        "kind": Flaw.KIND_MISSING if draft.kind is None else None,
        "day": _day(draft, now),
        "ends": _end(draft),
        "place": _place(draft.place),
        "title": _longer(draft.title, LONGEST_TITLE, Flaw.TITLE_TOO_LONG),
        "hint": _longer(draft.hint, LONGEST_HINT, Flaw.HINT_TOO_LONG),
        "wifi": _longer(draft.wifi, LONGEST_WIFI, Flaw.WIFI_TOO_LONG),
        "urgent_reason": _longer(draft.urgent_reason, LONGEST_REASON, Flaw.REASON_TOO_LONG),
        "guests": _guests(draft.guests),
    }
    return {field: flaw for field, flaw in found.items() if flaw}


def _day(draft: SittingDraft, now: datetime) -> Flaw | None:
    if draft.starts_at is None:  # whoever read the form has said why
        return None
    if draft.starts_at <= now:
        return Flaw.IN_THE_PAST
    return Flaw.TOO_FAR_AHEAD if draft.starts_at > now + FARTHEST else None


def _end(draft: SittingDraft) -> Flaw | None:
    if draft.starts_at is None or draft.ends_at is None:
        return None
    if draft.ends_at <= draft.starts_at:
        return Flaw.ENDS_BEFORE_BEGIN
    return Flaw.TOO_LONG_A_SITTING if draft.ends_at - draft.starts_at > LONGEST_SITTING else None


def _place(place: str) -> Flaw | None:
    return _longer(place, LONGEST_PLACE, Flaw.PLACE_TOO_LONG) if place.strip() else Flaw.PLACE_MISSING


def _longer(text: str, longest: int, flaw: Flaw) -> Flaw | None:
    return flaw if len(text.strip()) > longest else None


def _guests(guests: tuple[str, ...]) -> Flaw | None:
    if len(guests) > MOST_GUESTS:
        return Flaw.TOO_MANY_GUESTS
    if any(len(guest) > LONGEST_GUEST for guest in guests):
        return Flaw.GUEST_TOO_LONG
    folded = {unicodedata.normalize("NFKC", guest).casefold() for guest in guests}
    return Flaw.GUEST_TWICE if len(folded) < len(guests) else None
