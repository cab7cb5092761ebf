"""The server in this very process: one worker, so that SQLite keeps its one writer.

Why granian's embedded server and not its own command: that one starts a second process which goes on
alone when the first is killed, takes twice the memory and twice the start.
"""

import asyncio
import gc
import logging
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server.embed import Server

STREAMS = 6_000  # granian lets no page through above this many open requests, event streams among them
WAITING_AT_THE_DOOR = 2_048
SECONDS_TO_LEAVE = 3


class Leaving:
    """Around the program: when the server ends, every open event stream is told that its phone hung up."""

    def __init__(self, app: Any, on_ready: Callable[[], None]) -> None:
        self.app, self.on_ready = app, on_ready
        self.now = asyncio.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, self._listening(send))
        elif scope["path"] == "/ereignisse":
            await self.app(scope, self._until_we_leave(receive), send)
        else:
            await self.app(scope, receive, send)

    def _listening(self, send: Any) -> Any:
        async def told(message: Any) -> None:
            await send(message)
            if message["type"] == "lifespan.startup.complete":
                asyncio.get_running_loop().call_later(0.02, self._begin)

        return told

    def _begin(self) -> None:
        """What is loaded now stays until the end. Looking through it for rubbish would hold everybody up for 60 ms."""
        gc.freeze()
        self.on_ready()

    def _until_we_leave(self, receive: Any) -> Any:
        async def first_of_both() -> Any:
            waiting = {asyncio.ensure_future(receive()), asyncio.ensure_future(self.now.wait())}
            done, others = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            for other in others:
                other.cancel()
            return {"type": "http.disconnect"} if self.now.is_set() else done.pop().result()

        return first_of_both


async def serve_until_told(
    app: Any, *, host: str, port: int, cert: Path | None, key: Path | None, on_ready: Callable[[], None]
) -> bool:
    """Serve until SIGTERM or SIGINT. False when the program could not start (the log says why)."""
    leaving = Leaving(app, on_ready)
    server = Server(
        leaving,
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        http=HTTPModes.auto,
        websockets=False,
        backlog=WAITING_AT_THE_DOOR,
        backpressure=STREAMS,
        log_level=LogLevels.error,
        log_access=False,  # a vote must leave no line, and neither must a page about it
        ssl_cert=cert,
        ssl_key=key,
    )
    server.workers_kill_timeout = SECONDS_TO_LEAVE

    def leave() -> None:
        leaving.now.set()
        server.stop()  # type: ignore[no-untyped-call]

    loop = asyncio.get_running_loop()
    for told in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(told, leave)
    try:
        await server.serve()
    except TimeoutError:
        logging.disable(logging.CRITICAL)  # somebody did not let go in time; what follows is only noise about that
    return not server.interrupt_children
