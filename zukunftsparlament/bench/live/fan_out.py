"""Two servers to compare: a bare event loop, and this program with a door behind which anybody can publish."""

import time
from typing import Any

from zukunftsparlament.bench.hello import lifespan
from zukunftsparlament.kernel.hub import hub

PUBLISH = "/bench/jetzt"  # answers with the moment before the publishing: time.monotonic() is one for all processes
ROOM = "polls"
BEGIN = {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/event-stream")]}
EVENT = {"type": "http.response.body", "body": b"event: polls\ndata: 123456789012345\n\n", "more_body": True}


class BareLoop:
    """The least that reaches all streams: one loop over them. It waits for a phone that does not read, so that a
    real one cannot be as quick: there every stream has a task of its own."""

    def __init__(self) -> None:
        self.streams: set[Any] = set()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await lifespan(receive, send)
        elif scope["path"] == PUBLISH:
            moment = time.monotonic()
            for stream in tuple(self.streams):
                await stream(EVENT)
            await _tell(moment, send)
        else:
            await self._stream(receive, send)

    async def _stream(self, receive: Any, send: Any) -> None:
        await send(BEGIN)
        await send(EVENT)
        self.streams.add(send)
        while (await receive())["type"] != "http.disconnect":
            pass
        self.streams.discard(send)


class WithPublishDoor:
    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or scope["path"] != PUBLISH:
            await self.app(scope, receive, send)
            return
        moment = time.monotonic()
        hub.publish(ROOM)
        await _tell(moment, send)


async def _tell(moment: float, send: Any) -> None:
    body = repr(moment).encode()
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": 200, "headers": [length]})
    await send({"type": "http.response.body", "body": body})
