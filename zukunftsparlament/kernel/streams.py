"""`/ereignisse?raum=…`: an event stream of room names and versions, as a bare ASGI application.

An event costs a phone's stream 2.5 µs beside the sending: no task is made for it, no clock is wound, and its text is
written once for all. With two tasks and a timeout each, 1,000 streams took 55 ms of the processor, now 17.
"""

import asyncio
import secrets
from collections import Counter
from functools import lru_cache
from ipaddress import IPv6Address
from typing import Any
from urllib.parse import parse_qs

from zukunftsparlament.kernel import headers
from zukunftsparlament.kernel.hub import Listener, hub
from zukunftsparlament.kernel.settings import settings

SILENT_SECONDS = range(17, 21)  # proxies close a line that is silent for 30; not all phones in the same moment
MAX_ROOMS = 8
# Well below what the server lets in at all (`cli/serving.py`), so that streams never keep pages away. A whole school
# may sit behind one address. A phone without a stream asks every five seconds (static/js/20-live.js).
MOST_STREAMS = 4_000
MOST_FROM_ONE_ADDRESS = 1_500
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]

open_from: Counter[str] = Counter()


def rooms_in(query: bytes) -> frozenset[str]:
    asked = parse_qs(query.decode("latin-1")).get("raum", [])
    return frozenset(room for room in asked[:MAX_ROOMS] if room.replace("-", "").isalnum() and len(room) <= 40)


def address_of(scope: Any) -> str:
    """For counting only. Behind a proxy the last one that it names is the true one."""
    told = headers.values(scope["headers"], b"x-forwarded-for")
    if settings().behind_proxy and told:
        return _connection_of(told[-1].rpartition(b",")[2].strip().decode("latin-1"))
    return _connection_of(scope["client"][0]) if scope.get("client") else ""


def _connection_of(address: str) -> str:
    """Of IPv6 the first half: who has one connection has all 2**64 addresses behind it."""
    try:
        found = IPv6Address(address.partition("%")[0])
    except ValueError:
        return address
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(IPv6Address(int(found) >> 64 << 64)) + "/64"


async def stream(scope: Any, receive: Any, send: Any, *, only_headers: bool = False) -> None:
    """Answers until the phone hangs up. The first event says where each room stands now."""
    address = address_of(scope)
    full = open_from.total() >= MOST_STREAMS or open_from[address] >= MOST_FROM_ONE_ADDRESS
    if full or only_headers:
        await _only_headers(send, 503 if full else 200, http_version=scope["http_version"])
        return
    rooms = rooms_in(scope["query_string"])
    listener = hub.join(rooms)
    open_from[address] += 1
    gone = asyncio.create_task(_hung_up(receive, listener))
    try:
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        await send(_events({room: hub.version(room) for room in rooms}))
        await _tell(listener, send)
    except OSError:
        pass  # the line broke while we wrote
    finally:
        gone.cancel()
        hub.leave(listener)
        open_from[address] -= 1
        if not open_from[address]:
            del open_from[address]


async def _only_headers(send: Any, status: int, *, http_version: str) -> None:
    """A 503 must not look like a stream, or the phone would believe that it has one; and it must not leave an idle
    line behind, as the server counts lines. (HTTP/2 has no such header, and one line for all streams of a phone.)"""
    sent = HEADERS
    if status == 503:
        sent = [(b"content-type", b"text/plain"), (b"retry-after", b"30")]
        if http_version.startswith("1"):
            sent.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": status, "headers": sent})
    await send({"type": "http.response.body", "body": b""})


async def _tell(listener: Listener, send: Any) -> None:
    later, silence = asyncio.get_running_loop().call_later, secrets.choice(SILENT_SECONDS)
    alarm = later(silence, listener.wake)
    try:
        while True:
            news = await listener.next()
            if listener.is_gone:
                return
            await send(_events(news))
            if not news:
                alarm = later(silence, listener.wake)
    finally:
        alarm.cancel()


async def _hung_up(receive: Any, listener: Listener) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.hang_up()


def _events(news: dict[str, int]) -> dict[str, Any]:
    text = b"".join(_event(room, version) for room, version in sorted(news.items()))
    return {"type": "http.response.body", "body": text or b": wach\n\n", "more_body": True}


@lru_cache(maxsize=256)
def _event(room: str, version: int) -> bytes:
    """Written once for all who hear it."""
    return f"event: {room}\ndata: {version}\n\n".encode()
