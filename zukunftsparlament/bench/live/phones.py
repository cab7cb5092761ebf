"""Phones that hear what is new, and phones that fetch it then, as `static/js/20-live.js` does.

Bare sockets and epoll, no event loop: this side takes 3 µs for an event, so that it is the server that is measured.
"""

import random
import re
import select
import socket
import time
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from pathlib import Path
from typing import Self

from zukunftsparlament.bench.load import HOST

LIVE_JS = Path(__file__).parents[2] / "static" / "js" / "20-live.js"
SECONDS_TO_HEAR = 20
LENGTH = re.compile(rb"\ncontent-length: *(\d+)", re.IGNORECASE)


def jitter_on(page: str) -> float:
    """Seconds of which somebody who has this page open waits a random part before fetching what is new."""
    found = re.search(r'data-jitter="(\d+)"', page) or re.search(
        r"JITTER_MS = (\d+)", LIVE_JS.read_text(encoding="utf-8")
    )
    assert found
    return int(found[1]) / 1000


class Streams:
    """So many open streams of one room. They have heard where it stands when they are made."""

    def __init__(self, port: int, room: str, count: int) -> None:
        self.epoll, self.lines = select.epoll(), dict[int, socket.socket]()
        asked = f"GET /ereignisse?raum={room} HTTP/1.1\r\nhost: {HOST}\r\n\r\n".encode()
        self.streams = {self._line(port, asked) for _ in range(count)}
        self.all_hear()

    def _line(self, port: int, asked: bytes = b"") -> int:
        line = socket.create_connection((HOST, port))
        line.sendall(asked)
        self.lines[line.fileno()] = line
        self.epoll.register(line, select.EPOLLIN)
        return line.fileno()

    def all_hear(self) -> float:
        """The moment when the last stream has had an event (time.monotonic, as all moments here)."""
        deaf = set(self.streams)
        while deaf:
            deaf.difference_update(line for line, said in self._said(SECONDS_TO_HEAR) if b"event:" in said)
        return time.monotonic()

    def _said(self, seconds: float) -> Iterator[tuple[int, bytes]]:
        """What the lines say that say something within so many seconds."""
        ready = self.epoll.poll(seconds)
        if not ready and seconds == SECONDS_TO_HEAR:
            raise TimeoutError
        for line, _ in ready:
            said = self.lines[line].recv(65_536)
            if not said:
                raise ConnectionError("the server has hung up")
            yield line, said

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for line in self.lines.values():
            line.close()
        self.epoll.close()


class Phones(Streams):
    """Each has a second line over which it fetches with its own request, as browsers do over HTTP/1.1, after
    a random part of its own jitter (seconds)."""

    def __init__(self, port: int, room: str, requests: Sequence[bytes], jitters: Sequence[float]) -> None:
        super().__init__(port, room, len(requests))
        self.requests, self.jitters = list(requests), list(jitters)
        self.of_stream = {stream: phone for phone, stream in enumerate(sorted(self.streams))}
        self.fetching = [self._line(port) for _ in requests]
        self.of_line = {line: phone for phone, line in enumerate(self.fetching)}

    def all_fetch(self) -> tuple[list[float], list[bytes]]:
        """Of each phone the moment when it has its whole answer to the next event, and that answer."""
        answers, moments = [b""] * len(self.requests), [0.0] * len(self.requests)
        heard, due = set[int](), list[tuple[float, int]]()
        while not all(moments):
            wait = max(0.0, due[0][0] - time.monotonic()) if due else SECONDS_TO_HEAR
            for line, said in self._said(wait):
                if line in self.of_line:
                    phone = self.of_line[line]
                    answers[phone] += said
                    if is_whole(answers[phone]):
                        moments[phone] = time.monotonic()
                elif b"event:" in said and line not in heard:
                    heard.add(line)
                    phone = self.of_stream[line]
                    heappush(due, (time.monotonic() + random.uniform(0, self.jitters[phone]), phone))  # noqa: S311
            while due and due[0][0] <= time.monotonic():
                phone = heappop(due)[1]
                self.lines[self.fetching[phone]].sendall(self.requests[phone])
        return moments, answers


def is_whole(answer: bytes) -> bool:
    end = answer.find(b"\r\n\r\n")
    length = LENGTH.search(answer, 0, end) if end >= 0 else None
    return length is not None and len(answer) == end + 4 + int(length[1])
