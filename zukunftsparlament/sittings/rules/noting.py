"""Writing along: who may, what a note may hold, and what happens when two write at once."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

LONGEST_NOTE = 10_000  # characters
LONGEST_TASK = 300
LONGEST_OWNER = 100
LONGEST_PLACE = 120


class WhyNotNote(Enum):
    """The sentences stand in `noting_texts.py`."""

    NOTE_TOO_LONG = "note_too_long"
    TASK_MISSING = "task_missing"
    TASK_TOO_LONG = "task_too_long"
    OWNER_MISSING = "owner_missing"
    OWNER_TOO_LONG = "owner_too_long"
    DAY_UNREADABLE = "day_unreadable"
    TIME_UNREADABLE = "time_unreadable"
    NEXT_TOO_EARLY = "next_too_early"
    PLACE_TOO_LONG = "place_too_long"
    SEAT_UNKNOWN = "seat_unknown"


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskDraft:
    """`item`: mark of the item it came from. `due_on` is None without a day; `typed_day`: what was typed."""

    text: str
    owner: str
    due_on: date | None = None
    typed_day: str = ""
    item: int | None = None


def may_note(*, leads: bool, seat: int | None, minute_taker: int | None) -> bool:
    """The chairs, the office, and the seat that a chair has named."""
    return leads or (seat is not None and seat == minute_taker)


def stamp(note: str) -> str:
    """Which text a form was made from. The same text has the same stamp."""
    return hashlib.sha256(note.encode("utf-8", "replace")).hexdigest()[:16]


def both(theirs: str, mine: str) -> str:
    """Nothing that somebody wrote is lost; what stands in both is not said twice."""
    if mine.strip() in theirs:
        return theirs
    return mine if theirs.strip() in mine else f"{theirs.rstrip()}\n\n{mine.lstrip()}"


def why_not_task(draft: TaskDraft) -> dict[str, WhyNotNote]:
    """By the name of the form field."""
    text = _length(draft.text, LONGEST_TASK, WhyNotNote.TASK_MISSING, WhyNotNote.TASK_TOO_LONG)
    owner = _length(draft.owner, LONGEST_OWNER, WhyNotNote.OWNER_MISSING, WhyNotNote.OWNER_TOO_LONG)
    day = WhyNotNote.DAY_UNREADABLE if draft.typed_day and draft.due_on is None else None
    return {name: why for name, why in (("task", text), ("owner", owner), ("due_on", day)) if why}


def why_not_next(at: datetime | None, place: str, *, after: datetime) -> dict[str, WhyNotNote]:
    """`after`: the beginning of this sitting."""
    problems: dict[str, WhyNotNote] = {}
    if at is None:
        problems["next_at"] = WhyNotNote.TIME_UNREADABLE
    elif at <= after:
        problems["next_at"] = WhyNotNote.NEXT_TOO_EARLY
    if len(place) > LONGEST_PLACE:
        problems["next_place"] = WhyNotNote.PLACE_TOO_LONG
    return problems


def _length(text: str, most: int, missing: WhyNotNote, too_long: WhyNotNote) -> WhyNotNote | None:
    if not text.strip():
        return missing
    return too_long if len(text) > most else None
