"""`/ereignisse?raum=…`: an event stream of room names and versions, as a bare ASGI application."""

import asyncio
import secrets
from typing import Any
from urllib.parse import parse_qs

from zukunftsparlament.kernel.hub import hub

KEEP_AWAKE_SECONDS = 20  # proxies close a line that is silent for 30
MAX_ROOMS = 8
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


def rooms_in(query: bytes) -> frozenset[str]:
    asked = parse_qs(query.decode("latin-1")).get("raum", [])
    return frozenset(room for room in asked[:MAX_ROOMS] if room.replace("-", "").isalnum() and len(room) <= 40)


async def stream(scope: Any, receive: Any, send: Any, *, only_headers: bool = False) -> None:
    """Answers until the phone hangs up. The first event says where each room stands now."""
    if only_headers:
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        await send({"type": "http.response.body", "body": b""})
        return
    rooms = rooms_in(scope["query_string"])
    listener = hub.join(rooms)
    gone = asyncio.create_task(_hung_up(receive))
    try:
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        await send(_events({room: hub.versions.get(room, 0) for room in rooms}))
        while not gone.done():
            news = asyncio.create_task(listener.next(seconds=KEEP_AWAKE_SECONDS - secrets.randbelow(4)))
            await asyncio.wait({news, gone}, return_when=asyncio.FIRST_COMPLETED)
            if news.done():
                await send(_events(news.result()))
            else:
                news.cancel()
    except OSError:
        pass  # the line broke while we wrote
    finally:
        gone.cancel()
        hub.leave(listener)


async def _hung_up(receive: Any) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _events(news: dict[str, int]) -> dict[str, Any]:
    text = "".join(f"event: {room}\ndata: {version}\n\n" for room, version in sorted(news.items()))
    return {"type": "http.response.body", "body": (text or ": wach\n\n").encode(), "more_body": True}
