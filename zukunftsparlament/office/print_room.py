"""Fresh card secrets wait here for the printer: in memory, for ten minutes, for the one who made them."""

import secrets
import time
from dataclasses import dataclass, field

from zukunftsparlament.people.card_sheet import PrintedCard

SECONDS = 600
MOST = 50


@dataclass(frozen=True)
class Sheet:
    title: str
    cards: list[PrintedCard]
    session: int
    until: float = field(default_factory=lambda: time.monotonic() + SECONDS)


_waiting: dict[str, Sheet] = {}


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
