"""Several servers on one PostgreSQL tell each other which rooms changed (LISTEN/NOTIFY).

Room names only, never a version: each server counts its own, and a phone that comes to another server finds another
number and looks anew. NOTIFY is said inside the transaction, so PostgreSQL passes it on if, and only if, and as soon
as that is durable; a killed server has told it all the same, and so has the command line.
"""

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from typing import Any

import asyncpg

from zukunftsparlament.kernel.database import STORE_ERRORS, before_commit
from zukunftsparlament.kernel.postgres_engine import CONNECT_SECONDS
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql

CHANNEL = "zukunftsparlament"
OURSELVES = secrets.token_hex(8)
ASK_SECONDS = 20.0  # a line that was cut silently is noticed by asking
TRY_AGAIN_SECONDS = 1.0
SAY = Sql("SELECT pg_notify($1, $2)")

log = logging.getLogger("zukunftsparlament")


def tell_the_others(rooms: Iterable[str]) -> None:
    """Inside `writing()`. Some hundred rooms at most: PostgreSQL carries 8,000 bytes."""
    if not settings().is_sqlite:
        said = " ".join((OURSELVES, *rooms))
        before_commit(lambda: SAY.rows(CHANNEL, said))


@asynccontextmanager
async def listening(hear: Callable[[str], None], *, missed: Callable[[], None]) -> AsyncIterator[None]:
    """Gives `hear` every room that another server announces. Whenever the line had been down, `missed` is called:
    nobody knows what was said meanwhile."""
    if settings().is_sqlite:  # one server, which hears itself
        yield
        return
    ear = asyncio.create_task(_listen(hear, missed))
    try:
        yield
    finally:
        ear.cancel()
        with suppress(asyncio.CancelledError):
            await ear


async def _listen(hear: Callable[[str], None], missed: Callable[[], None]) -> None:
    is_down = False
    while True:
        try:
            async with _line(hear) as (line, broken):
                missed()
                if is_down:
                    log.warning("the other servers are heard again")
                is_down = False
                await _until(broken, line)
        except STORE_ERRORS as error:
            if not is_down:
                log.error("the other servers are not heard: %s: %s", type(error).__name__, error)
            is_down = True
        await asyncio.sleep(TRY_AGAIN_SECONDS)


@asynccontextmanager
async def _line(hear: Callable[[str], None]) -> AsyncIterator[tuple[Any, asyncio.Event]]:
    """A connection of its own, and an event for the moment when it breaks."""

    def heard(_line: Any, _pid: int, _channel: str, said: object) -> None:
        sender, *rooms = str(said).split()
        if sender != OURSELVES:  # we have told our own streams already
            for room in rooms:
                hear(room)

    broken = asyncio.Event()
    line = await asyncpg.connect(settings().database_url, timeout=CONNECT_SECONDS)
    try:
        line.add_termination_listener(lambda _: broken.set())
        await line.add_listener(CHANNEL, heard)
        yield line, broken
    finally:
        line.terminate()


async def _until(broken: asyncio.Event, line: Any) -> None:
    """Raises one of STORE_ERRORS then."""
    while not broken.is_set():
        try:
            async with asyncio.timeout(ASK_SECONDS):
                await broken.wait()
        except TimeoutError:
            await line.fetchval("SELECT 1", timeout=CONNECT_SECONDS)
    raise ConnectionError("PostgreSQL has hung up")
