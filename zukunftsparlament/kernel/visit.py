"""What is known about the request being answered: who, in which language, asked how."""

import secrets
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Protocol

from zukunftsparlament.kernel import headers
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.texts import GERMAN, LANGUAGES

LANGUAGE_COOKIE, SIZE_COOKIE = "zp_language", "zp_size"


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
    language: str = GERMAN
    text_size: int = 1
    wants_fragment: bool = False
    me: Visitor | None = None
    nonce: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    keeps: bool = False  # an answer for nobody in particular, that may be kept in memory
    explained: set[str] | None = field(default_factory=set)  # words with help on this page; None: no help here
    scope: dict[str, Any] = field(default_factory=dict)

    @property
    def here(self) -> str:
        return f"{self.path}?{self.query}" if self.query else self.path

    @property
    def come_back(self) -> str:
        """Where a form that has nothing to do with this page leads back to.

        Many an answered form cannot be asked for: then to the page that the form stood on.
        """
        if self.method in ("GET", "HEAD") or _can_be_asked_for(self.scope):
            return self.here
        came_from = (headers.value(self.scope.get("headers", []), b"referer") or b"").decode("latin-1")
        page = came_from.removeprefix(settings().origin)
        return page if page.startswith("/") and page.partition("?")[0] != self.path else "/"


visit: ContextVar[Visit] = ContextVar("visit")


def visit_of(scope: Any) -> Visit:
    """Read the visit off an ASGI scope."""
    cookies = read_cookies(b"; ".join(headers.values(scope["headers"], b"cookie")).decode("latin-1"))
    size = cookies.get(SIZE_COOKIE, "1")
    language = cookies.get(LANGUAGE_COOKIE, GERMAN)
    return Visit(
        method=scope["method"],
        path=scope["path"],
        query=scope["query_string"].decode("latin-1"),
        cookies=cookies,
        language=language if language in LANGUAGES and not is_office(scope["path"]) else GERMAN,
        text_size=int(size) if size in ("1", "2", "3") else 1,
        wants_fragment=headers.value(scope["headers"], b"hx-request-type") == b"partial",
        explained=None if is_office(scope["path"]) else set(),
        scope=scope,
    )


def is_office(path: str) -> bool:
    """Its desks have one language and no help with words: their texts are for adults."""
    return path.startswith("/buero")


def _can_be_asked_for(scope: dict[str, Any]) -> bool:
    """Whether the address of a form shows a page, too. Litestar has noted by then which of its routes it is."""
    app, template = scope.get("litestar_app"), scope.get("path_template")
    return app is not None and any(route.path_format == template and "GET" in route.methods for route in app.routes)


def read_cookies(header: str) -> dict[str, str]:
    """By hand: our names and values need no quotes, and http.cookies takes 20 µs for each request."""
    pairs = (pair.partition("=") for pair in header.split(";")) if header else ()
    return {name.strip(): value.strip().strip('"') for name, _, value in pairs}
