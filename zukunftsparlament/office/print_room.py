"""Fresh card secrets wait here for the printer: in memory, for ten minutes, for the one who made them.

Two taps are one sheet: the same wish of the same session within a minute gets what the first has made.
"""

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field

from zukunftsparlament.people.card_sheet import PrintedCard

SECONDS = 600
SAME_TAP_SECONDS = 60
MOST = 50


@dataclass(frozen=True)
class Sheet:
    title: str
    cards: list[PrintedCard]
    session: int
    until: float = field(default_factory=lambda: time.monotonic() + SECONDS)


_waiting: dict[str, Sheet] = {}
_wishes: dict[Hashable, tuple[float, str]] = {}
_one_at_a_time = asyncio.Lock()


async def made_once(wish: Hashable, make: Callable[[], Awaitable[tuple[str, list[PrintedCard]]]], session: int) -> str:
    """The token of the sheet for this `wish`. `make` gives its title and its cards, where they are not there yet."""
    async with _one_at_a_time:
        _clear()
        at, token = _wishes.get((session, wish), (0.0, ""))
        if token in _waiting and time.monotonic() < at + SAME_TAP_SECONDS:
            return token
        title, cards = await make()
        token = lay_down(title, cards, session=session)
        _wishes[session, wish] = (time.monotonic(), token)
    return token


def lay_down(title: str, cards: list[PrintedCard], *, session: int) -> str:
    """Returns the token under which the sheet can be fetched."""
    _clear()
    token = secrets.token_urlsafe(12)
    _waiting[token] = Sheet(title, cards, session)
    while len(_waiting) > MOST:
        _waiting.pop(next(iter(_waiting)))
    return token


def fetch(token: str, *, session: int) -> Sheet | None:
    """The sheet, as often as asked within its time; None when it is gone or somebody else's."""
    _clear()
    sheet = _waiting.get(token)
    return sheet if sheet is not None and sheet.session == session else None


def _clear() -> None:
    for token in [token for token, sheet in _waiting.items() if sheet.until < time.monotonic()]:
        del _waiting[token]
    for wish in [wish for wish, (_at, token) in _wishes.items() if token not in _waiting]:
        del _wishes[wish]
