"""What is answered from memory, without asking the program: kept pages and static files."""

from typing import Any

from zukunftsparlament.kernel import assets, headers
from zukunftsparlament.kernel.public_memory import Kept

FOR_EVER = b"public, max-age=31536000, immutable"
VARY = (b"vary", b"Cookie, HX-Request-Type, Accept-Encoding")


def takes_brotli(scope: Any) -> bool:
    return any(name == b"accept-encoding" and b"br" in value for name, value in scope["headers"])


async def send_kept(entry: Kept, scope: Any, send: Any) -> None:
    sent = [
        *headers.always(),
        headers.policy(entry.nonce),
        (b"content-type", b"text/html; charset=utf-8"),
        (b"cache-control", b"no-cache"),
        (b"etag", entry.etag),
        VARY,
    ]
    if headers.value(scope["headers"], b"if-none-match") == entry.etag:
        await send_whole(send, 304, sent)
    elif takes_brotli(scope):
        await send_whole(send, 200, [*sent, (b"content-encoding", b"br")], entry.pressed)
    else:
        await send_whole(send, 200, sent, entry.body)


async def serve_asset(scope: Any, send: Any) -> None:
    found = assets.asset(scope["path"].removeprefix("/static/")) if scope["method"] == "GET" else None
    sent = [*headers.always(), headers.policy(None)]
    if found is None:
        await send_whole(send, 404, [*sent, (b"cache-control", b"no-store")])
        return
    accepted = headers.value(scope["headers"], b"accept-encoding") or b""
    sent += [(b"content-type", found.media_type.encode()), (b"cache-control", FOR_EVER)]
    for coding, pressed in ((b"br", found.brotli), (b"gzip", found.gzip)):
        if pressed is not None and coding in accepted:
            sent += [(b"content-encoding", coding), (b"vary", b"Accept-Encoding")]
            await send_whole(send, 200, sent, pressed)
            return
    await send_whole(send, 200, sent, found.body)


async def send_whole(send: Any, status: int, sent: headers.Headers, body: bytes = b"") -> None:
    if status != 304:
        sent = [*sent, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": sent})
    await send({"type": "http.response.body", "body": body})
