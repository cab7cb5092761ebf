"""What somebody is told on "Meins". Reading changes nothing; having seen it is an act of its own."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Row, Sql

SHOWN = 30
NEW_FOR = timedelta(days=7)

NEWEST = Sql(
    "SELECT at, kind, facts, address, seen_at FROM message WHERE member = $1 ORDER BY at DESC, id DESC LIMIT $2"
)
PAGE = Sql(
    "SELECT at, kind, facts, address, seen_at FROM message WHERE member = $1 "
    "ORDER BY at DESC, id DESC LIMIT $2 OFFSET $3"
)
HOW_MANY = Sql("SELECT count(*) FROM message WHERE member = $1")
NEW = Sql("SELECT count(*) FROM message WHERE member = $1 AND seen_at IS NULL AND at > $2")
MARK_SEEN = Sql("UPDATE message SET seen_at = $2 WHERE member = $1 AND seen_at IS NULL AND at <= $3")


@dataclass(frozen=True, slots=True)
class Message:
    at: datetime
    kind: str
    facts: dict[str, Any]
    address: str
    is_new: bool


async def newest(member: int) -> list[Message]:
    return [_message(row) for row in await NEWEST.rows(member, SHOWN)]


@dataclass(frozen=True, slots=True)
class Page:
    messages: list[Message]
    page: int
    pages: int


async def page_of(member: int, page: int) -> Page:
    """Everything that somebody was told, newest first. Two queries; a page that does not exist is the nearest one."""
    pages = max(1, -(-int(await HOW_MANY.value(member)) // SHOWN))
    shown = min(max(1, page), pages)
    rows = await PAGE.rows(member, SHOWN, (shown - 1) * SHOWN)
    return Page([_message(row) for row in rows], shown, pages)


def _message(row: Row) -> Message:
    is_new = _is_new(row["at"], row["seen_at"])
    return Message(row["at"], row["kind"], json.loads(row["facts"]), row["address"], is_new)


def _is_new(at: datetime, seen_at: datetime | None) -> bool:
    """Until it was seen, and for a week at most: an old message is no news to anybody."""
    return seen_at is None and now() - at < NEW_FOR


async def new_ones(member: int) -> int:
    return int(await NEW.value(member, now() - NEW_FOR))


async def mark_seen(member: int, *, until: datetime | None) -> None:
    """Those up to `until`, which stood on the page. What came after it nobody has seen yet."""
    async with writing():
        await MARK_SEEN.rows(member, now(), until or now())
