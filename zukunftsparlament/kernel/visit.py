"""What is known about the request being answered: who, in which language, asked how."""

import secrets
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Protocol

from zukunftsparlament.kernel import headers
from zukunftsparlament.kernel.texts import LANGUAGES


class Visitor(Protocol):
    """Who is signed in, as far as every page needs it. `people.access` makes them."""

    @property
    def name(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def is_staff(self) -> bool: ...
    @property
    def own_device(self) -> bool: ...


@dataclass(slots=True)
class Visit:
    method: str = "GET"
    path: str = "/"
    query: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    language: str = "de"
    text_size: int = 1
    wants_fragment: bool = False
    me: Visitor | None = None
    nonce: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    keeps: bool = False  # an answer for nobody in particular, that may be kept in memory

    @property
    def here(self) -> str:
        return f"{self.path}?{self.query}" if self.query else self.path

    @property
    def come_back(self) -> str:
        """Where a form that has nothing to do with this page leads back to: an answered form cannot be asked for."""
        return self.here if self.method in ("GET", "HEAD") else "/"


visit: ContextVar[Visit] = ContextVar("visit")


def visit_of(scope: Any) -> Visit:
    """Read the visit off an ASGI scope."""
    cookies = read_cookies(b"; ".join(headers.values(scope["headers"], b"cookie")).decode("latin-1"))
    size = cookies.get("zp_size", "1")
    language = cookies.get("zp_language", "de")
    return Visit(
        method=scope["method"],
        path=scope["path"],
        query=scope["query_string"].decode("latin-1"),
        cookies=cookies,
        language=language if language in LANGUAGES else "de",
        text_size=int(size) if size in ("1", "2", "3") else 1,
        wants_fragment=headers.value(scope["headers"], b"hx-request-type") == b"partial",
    )


def read_cookies(header: str) -> dict[str, str]:
    """By hand: our names and values need no quotes, and http.cookies takes 20 µs for each request."""
    pairs = (pair.partition("=") for pair in header.split(";")) if header else ()
    return {name.strip(): value.strip().strip('"') for name, _, value in pairs}
