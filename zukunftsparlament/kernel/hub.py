"""The live hub: rooms have versions, and whoever listens to a room learns each new one.

Why our own: Litestar's Channels need 3.1 times a bare event loop to reach 1,000 streams, this
1.8 times (16 ms; the loop, which waits for the slowest phone, 8.5; `zukunftsparlament bench --live`).
A stream never carries content, so nothing can leak and nothing can be missed: who was away
compares versions and fetches the page anew.
"""

import asyncio
import secrets
from collections import defaultdict
from collections.abc import Awaitable, Callable
from functools import partial

from zukunftsparlament.kernel.between_servers import tell_the_others
from zukunftsparlament.kernel.database import after_commit, before_commit


class Listener:
    """One open stream. Holds the newest version of each room it waits for, never a queue of old ones."""

    def __init__(self, rooms: frozenset[str]) -> None:
        self.rooms = rooms
        self.is_gone = False
        self._news: dict[str, int] = {}
        self._sleep: asyncio.Future[None] | None = None

    async def next(self) -> dict[str, int]:
        """The rooms that changed, with their versions; empty when it was woken without news."""
        if not self._news and not self.is_gone:
            self._sleep = asyncio.get_running_loop().create_future()
            await self._sleep
        news, self._news = self._news, {}
        return news

    def hear(self, room: str, version: int) -> None:
        self._news[room] = version
        self.wake()

    def hang_up(self) -> None:
        self.is_gone = True
        self.wake()

    def wake(self) -> None:
        if self._sleep is not None and not self._sleep.done():
            self._sleep.set_result(None)


class Hub:
    def __init__(self) -> None:
        self.versions: dict[str, int] = defaultdict(int)
        self.everything = 0
        # Counted from a number of this process: a phone that comes from another, or from before a restart, must
        # never find by chance the version that it knows.
        self.counted_from = secrets.randbelow(2**48)
        self._listeners: dict[str, set[Listener]] = defaultdict(set)
        self.whenever: dict[str, Callable[[], None]] = {}  # what this server itself does at news of a room

    def join(self, rooms: frozenset[str]) -> Listener:
        listener = Listener(rooms)
        for room in rooms:
            self._listeners[room].add(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        for room in listener.rooms:
            self._listeners[room].discard(listener)
            if not self._listeners[room]:
                del self._listeners[room]

    def version(self, room: str) -> int:
        return self.counted_from + self.versions.get(room, 0)

    def publish(self, room: str) -> None:
        self.versions[room] += 1
        self.everything += 1
        if room in self.whenever:
            self.whenever[room]()
        version = self.version(room)
        for listener in self._listeners.get(room, ()):
            listener.hear(room, version)

    def publish_all(self) -> None:
        """Something may have been missed: every room has news."""
        self.counted_from = secrets.randbelow(2**48)
        self.everything += 1
        for act in self.whenever.values():
            act()
        for room, listeners in self._listeners.items():
            for listener in listeners:
                listener.hear(room, self.version(room))


hub = Hub()

# What has to be done in the same transaction when something with a number is announced, by the beginning of its room:
# `proposal-` and the number. Called once for each, as the last thing before the commit.
along_with: dict[str, Callable[[int], Awaitable[None]]] = {}


def announce(*rooms: str) -> None:
    """Tell everybody who listens to `rooms`, here or at another server, that they changed: once this is durable.

    Only for what everybody may know: a held post announces nothing.
    """
    for room in rooms:
        after_commit(lambda room=room: hub.publish(room))  # type: ignore[misc]
        kind, _, number = room.rpartition("-")
        if (act := along_with.get(f"{kind}-")) is not None:
            before_commit(partial(act, int(number)), once=room)
    tell_the_others(rooms)
