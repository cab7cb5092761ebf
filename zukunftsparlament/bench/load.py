"""Asks a server as fast as it answers, over connections that stay open.

Reads no more of an answer than its status and its length: the less this side does, the nearer is the
server to its own limit. It has a ceiling all the same, which is why server CPU time is measured beside it.
"""

import asyncio
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

CONNECTIONS = 32
HOST = "127.0.0.1"
_LENGTH = re.compile(rb"\ncontent-length: *(\d+)", re.IGNORECASE)


@dataclass
class Load:
    """`requests` are whole requests in bytes; where they end, or once it is `over`, every line ends.
    `done` is set when the last one has."""

    requests: Iterator[bytes]
    answered: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    lines: int = 0
    over: bool = False
    done: asyncio.Event = field(default_factory=asyncio.Event)


class Line(asyncio.Protocol):
    """One connection: asks, waits for the whole answer, asks again."""

    def __init__(self, load: Load) -> None:
        self.load, self._head, self._missing = load, b"", 0

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        self.load.lines += 1
        self._ask()

    def data_received(self, data: bytes) -> None:
        if self._missing:
            self._missing -= len(data)
        else:
            self._head += data
            end = self._head.find(b"\r\n\r\n")
            if end < 0:
                return
            length = _LENGTH.search(self._head, 0, end)
            self._missing = end + 4 + (int(length[1]) if length else 0) - len(self._head)
            self.load.statuses[int(self._head[9:12])] += 1
            self._head = b""
        if self._missing == 0:
            self.load.answered += 1
            self._ask()

    def _ask(self) -> None:
        asked = None if self.load.over else next(self.load.requests, None)
        if asked is None:
            self.transport.close()
        else:
            self.transport.write(asked)

    def connection_lost(self, reason: Exception | None) -> None:
        self.load.lines -= 1
        if self.load.lines == 0:
            self.load.done.set()


async def connect(port: int, load: Load) -> None:
    loop = asyncio.get_running_loop()
    await asyncio.gather(*(loop.create_connection(lambda: Line(load), HOST, port) for _ in range(CONNECTIONS)))


def request(
    path: str, *, token: str = "", form: str | None = None, brotli: bool = True, fragment: bool = False
) -> bytes:
    """As a phone sends it. With `form` it is a POST. `token` is that of a session."""
    lines = [f"{'GET' if form is None else 'POST'} {path} HTTP/1.1", f"host: {HOST}", "sec-fetch-site: same-origin"]
    lines += ["user-agent: Mozilla/5.0 (Linux; Android 10) Mobile", "accept: text/html", "accept-language: de"]
    if brotli:
        lines.append("accept-encoding: gzip, deflate, br")
    if fragment:
        lines += ["hx-request: true", "hx-request-type: partial"]
    if token:
        lines.append(f"cookie: __Host-zp={token}")
    if form is not None:
        lines += ["content-type: application/x-www-form-urlencoded", f"content-length: {len(form)}"]
    return "\r\n".join([*lines, "", form or ""]).encode()


async def fetch(port: int, path: str, *, token: str = "") -> bytes:
    """One whole answer, headers included, over a connection of its own."""
    reader, writer = await asyncio.open_connection(HOST, port)
    writer.write(request(path, token=token).replace(b"\r\n", b"\r\nconnection: close\r\n", 1))
    answer = await reader.read(-1)
    writer.close()
    return answer


async def until_it_answers(port: int, path: str, *, seconds: float = 20) -> None:
    """Raises TimeoutError when nothing good was answered by then."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if (await fetch(port, path)).startswith(b"HTTP/1.1 200"):
                return
        except OSError:
            pass
        await asyncio.sleep(0.01)
    raise TimeoutError(path)
