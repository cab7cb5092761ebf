"""The outermost layer: who may knock, what is served from memory, which headers every answer carries."""

import secrets
from typing import Any

import brotli

from zukunftsparlament.kernel import assets, headers
from zukunftsparlament.kernel.hub import hub
from zukunftsparlament.kernel.public_memory import Kept, memory
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.streams import stream
from zukunftsparlament.kernel.texts import language
from zukunftsparlament.kernel.visit import Visit, visit, visit_of

SESSION_COOKIE = "__Host-zp"
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
PRESS_FROM_BYTES = 600
FOR_EVER = b"public, max-age=31536000, immutable"


def is_cross_site(scope: Any) -> bool:
    """Whether an unsafe request comes from elsewhere, or says nothing of where it comes from."""
    if sites := headers.values(scope["headers"], b"sec-fetch-site"):
        return sites != [b"same-origin"]
    return headers.values(scope["headers"], b"origin") != [settings().origin.encode()]


def takes_brotli(scope: Any) -> bool:
    return any(name == b"accept-encoding" and b"br" in value for name, value in scope["headers"])


class Doorman:
    def __init__(self, app: Any, *, cross_site: Any) -> None:
        """`cross_site` is the application that answers a request from elsewhere (403)."""
        self.app, self.cross_site = app, cross_site

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        current = visit_of(scope)
        visit.set(current)
        language.set(current.language)
        if scope["method"] not in SAFE_METHODS and is_cross_site(scope):
            await self.cross_site(scope, receive, Sender(scope, send, current))
        elif scope["path"].startswith("/static/"):
            await serve_asset(scope, send)
        elif scope["path"] == "/ereignisse":
            await stream(scope, receive, Sender(scope, send, current))
        elif scope["method"] == "GET" and SESSION_COOKIE not in current.cookies:
            await self._from_memory(scope, receive, send, current)
        else:
            await self.app(scope, receive, Sender(scope, send, current))

    async def _from_memory(self, scope: Any, receive: Any, send: Any, current: Visit) -> None:
        key = (current.path, current.query, current.language, current.text_size, current.wants_fragment)
        if (entry := memory.get(key)) is not None:
            if entry.is_fresh():
                await send_kept(entry, scope, send)
                return
            current.nonce = entry.nonce
        await self.app(scope, receive, Sender(scope, send, current, key=key))


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
        sent += [*headers.always(), headers.policy(self.visit.nonce if is_page else None)]
        if headers.value(sent, b"cache-control") is None:
            sent.append((b"cache-control", b"no-store"))
        if is_page:
            sent.append((b"vary", b"Cookie, HX-Request-Type"))
        if is_page and whole and len(body) >= PRESS_FROM_BYTES and takes_brotli(self.scope):
            body = brotli.compress(body, quality=1)  # 50 µs for a wall; quality 3 takes 120 and saves 7 bytes in 100
            sent.append((b"content-encoding", b"br"))
        if whole and start["status"] not in (204, 304):
            sent.append((b"content-length", str(len(body)).encode()))
        await self.send({**start, "headers": sent})
        await self.send({**message, "body": body})


async def send_kept(entry: Kept, scope: Any, send: Any) -> None:
    sent = [
        *headers.always(),
        headers.policy(entry.nonce),
        (b"content-type", b"text/html; charset=utf-8"),
        (b"cache-control", b"no-cache"),
        (b"etag", entry.etag),
        (b"vary", b"Cookie, HX-Request-Type, Accept-Encoding"),
    ]
    if headers.value(scope["headers"], b"if-none-match") == entry.etag:
        await send({"type": "http.response.start", "status": 304, "headers": sent})
        await send({"type": "http.response.body", "body": b""})
        return
    body = entry.body
    if takes_brotli(scope):
        body = entry.pressed
        sent.append((b"content-encoding", b"br"))
    sent.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": 200, "headers": sent})
    await send({"type": "http.response.body", "body": body})


async def serve_asset(scope: Any, send: Any) -> None:
    found = assets.asset(scope["path"].removeprefix("/static/")) if scope["method"] in ("GET", "HEAD") else None
    sent = [*headers.always(), headers.policy(None)]
    if found is None:
        await send({"type": "http.response.start", "status": 404, "headers": [*sent, (b"cache-control", b"no-store")]})
        await send({"type": "http.response.body", "body": b""})
        return
    accepted = headers.value(scope["headers"], b"accept-encoding") or b""
    body = found.body
    sent += [(b"content-type", found.media_type.encode()), (b"cache-control", FOR_EVER)]
    for coding, pressed in ((b"br", found.brotli), (b"gzip", found.gzip)):
        if pressed is not None and coding in accepted:
            body = pressed
            sent += [(b"content-encoding", coding), (b"vary", b"Accept-Encoding")]
            break
    sent.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": 200, "headers": sent})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
