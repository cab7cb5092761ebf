"""The outermost layer: who may knock, what is served from memory, which headers every answer carries."""

import secrets
from typing import Any

import brotli

from zukunftsparlament.kernel import answers, headers
from zukunftsparlament.kernel.from_memory import VARY, send_kept, serve_asset, takes_brotli
from zukunftsparlament.kernel.hub import hub
from zukunftsparlament.kernel.public_memory import fingerprint, memory
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.streams import stream
from zukunftsparlament.kernel.texts import language
from zukunftsparlament.kernel.visit import Visit, visit, visit_of

SESSION_COOKIE = "__Host-zp"
SAFE_METHODS = ("GET", "OPTIONS")  # HEAD has become GET by then
PRESS_FROM_BYTES = 600


def is_cross_site(scope: Any) -> bool:
    """Whether an unsafe request comes from elsewhere, or says nothing of where it comes from."""
    if sites := headers.values(scope["headers"], b"sec-fetch-site"):
        return sites != [b"same-origin"]
    return headers.values(scope["headers"], b"origin") != [settings().origin.encode()]


class Doorman:
    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        current = visit_of(scope)
        visit.set(current)
        language.set(current.language)
        line = Line(send, with_body=scope["method"] != "HEAD")
        try:
            await self._answer(as_get(scope), receive, line, current)
        finally:  # whatever went wrong is the server's to log; without this it would also send its own bare page
            if not line.begun:
                await answers.last_resort(scope, receive, Sender(scope, line, current))

    async def _answer(self, scope: Any, receive: Any, line: "Line", current: Visit) -> None:
        sender = Sender(scope, line, current)
        if scope["method"] not in SAFE_METHODS and is_cross_site(scope):
            await answers.cross_site(scope, receive, sender)
        elif scope["path"].startswith("/static/"):
            await serve_asset(scope, line)
        elif scope["path"] == "/ereignisse":
            await stream(scope, receive, sender, only_headers=not line.with_body)
        elif scope["method"] == "GET" and SESSION_COOKIE not in current.cookies:
            await self._from_memory(scope, receive, line, current)
        else:
            await self.app(scope, receive, sender)

    async def _from_memory(self, scope: Any, receive: Any, send: Any, current: Visit) -> None:
        key = (current.path, current.query, current.language, current.text_size, current.wants_fragment)
        if (entry := memory.get(key)) is not None:
            if entry.is_fresh():
                await send_kept(entry, scope, send)
                return
            current.nonce = entry.nonce
        await self.app(scope, receive, Sender(scope, send, current, key=key))


def as_get(scope: Any) -> Any:
    """HEAD is answered as GET is, without the body."""
    return {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope


class Line:
    """The server's `send`, which remembers whether an answer has begun."""

    __slots__ = ("begun", "send", "with_body")

    def __init__(self, send: Any, *, with_body: bool) -> None:
        self.send, self.with_body, self.begun = send, with_body, False

    async def __call__(self, message: Any) -> None:
        self.begun = True
        if not self.with_body and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self.send(message)


class Sender:
    """Stands before the server's `send`: completes the headers, presses pages, keeps what may be kept."""

    def __init__(self, scope: Any, send: Any, current: Visit, *, key: Any = None) -> None:
        self.scope, self.send, self.visit, self.key = scope, send, current, key
        self.version = hub.everything
        self.start: Any = None

    async def __call__(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.start = message
        elif self.start is not None:
            await self._first_body(message)
        else:
            await self.send(message)

    async def _first_body(self, message: Any) -> None:
        start, self.start = self.start, None
        body, whole = message.get("body", b""), not message.get("more_body", False)
        is_page = (headers.value(start["headers"], b"content-type") or b"").startswith(b"text/html")
        if is_page and whole and self.key and self.visit.keeps and start["status"] == 200:
            entry = memory.keep(
                self.key, body, nonce=self.visit.nonce, new_nonce=secrets.token_urlsafe(16), version=self.version
            )
            await send_kept(entry, self.scope, self.send)
            return
        sent = headers.without(start["headers"], b"server", b"content-length")
        sent += [*headers.always(), headers.policy(self.visit.nonce if is_page else None), VARY]
        if is_page and whole and len(body) >= PRESS_FROM_BYTES and takes_brotli(self.scope):
            body = brotli.compress(body, quality=1)  # 50 µs for a wall; quality 3 takes 120 and saves 7 bytes in 100
            sent.append((b"content-encoding", b"br"))
        elif not is_page and whole and self.visit.keeps and start["status"] == 200:
            etag = fingerprint(body)
            sent += [(b"cache-control", b"no-cache"), (b"etag", etag)]
            if headers.value(self.scope["headers"], b"if-none-match") == etag:
                start, body = {**start, "status": 304}, b""
        if headers.value(sent, b"cache-control") is None:
            sent.append((b"cache-control", b"no-store"))
        if whole and start["status"] not in (204, 304):
            sent.append((b"content-length", str(len(body)).encode()))
        await self.send({**start, "headers": sent})
        await self.send({**message, "body": body})
