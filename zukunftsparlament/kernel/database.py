"""The store: which one, and the one way to write into it."""

import asyncio
import logging
import os
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from functools import cache

from asyncpg.exceptions import InterfaceError, PostgresError

from zukunftsparlament.kernel.postgres_engine import SteadyPostgresEngine
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sqlite_engine import OneWriterEngine

# Piccolo finds its engine and its apps by the name of this module.
os.environ.setdefault("PICCOLO_CONF", "zukunftsparlament.piccolo_conf")

STORE_ERRORS = (sqlite3.OperationalError, sqlite3.DatabaseError, PostgresError, InterfaceError, OSError)

log = logging.getLogger("zukunftsparlament")

Afterwards = Callable[[], Awaitable[None] | None]
_afterwards: ContextVar[list[Afterwards] | None] = ContextVar("afterwards", default=None)


@cache
def engine() -> OneWriterEngine | SteadyPostgresEngine:
    chosen = settings()
    if chosen.is_sqlite:
        chosen.sqlite_path.parent.mkdir(parents=True, exist_ok=True)
        return OneWriterEngine(str(chosen.sqlite_path))
    return SteadyPostgresEngine(chosen.database_url)


@asynccontextmanager
async def writing() -> AsyncIterator[None]:
    """One transaction. What `after_commit` was given runs once it is durable, and never if that fails.

    Inside another `writing()` it is part of that one: all or nothing.
    """
    if _afterwards.get() is not None:
        yield
        return
    afterwards: list[Afterwards] = []
    token = _afterwards.set(afterwards)
    try:
        async with engine().transaction():
            yield
    finally:
        _afterwards.reset(token)
    if afterwards:
        await asyncio.shield(_do_all(afterwards))


async def _do_all(afterwards: list[Afterwards]) -> None:
    """What goes wrong now is logged and told to nobody: it would sound as if nothing had been written."""

    async def do(work: Afterwards) -> None:
        if (waiting := work()) is not None:
            await waiting

    for failed in await asyncio.gather(*map(do, afterwards), return_exceptions=True):
        if failed is not None:
            log.error("after a commit: %s: %s", type(failed).__name__, failed, exc_info=failed)


def after_commit(work: Afterwards) -> None:
    """Do `work` when the surrounding `writing()` is durable. What must not be missed then is no work for this:
    if `work` fails, or the program is killed before it, the transaction stands all the same."""
    afterwards = _afterwards.get()
    if afterwards is None:
        raise RuntimeError("after_commit() outside of writing()")
    afterwards.append(work)


async def start() -> None:
    await engine().start_connection_pool()


async def stop() -> None:
    await engine().close_connection_pool()
