"""The store: which one, and the one way to write into it."""

import asyncio
import logging
import os
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from asyncpg.exceptions import InterfaceError, PostgresError

from zukunftsparlament.kernel.postgres_engine import SteadyPostgresEngine
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sqlite_engine import OneWriterEngine

# Piccolo finds its engine and its apps by the name of this module.
os.environ.setdefault("PICCOLO_CONF", "zukunftsparlament.piccolo_conf")

STORE_ERRORS = (sqlite3.OperationalError, sqlite3.DatabaseError, PostgresError, InterfaceError, OSError)

log = logging.getLogger("zukunftsparlament")

Before = Callable[[], Awaitable[Any]]
Afterwards = Callable[[], Awaitable[None] | None]


@dataclass(frozen=True)
class UnderWay:
    """A transaction's promises for its end."""

    before: list[Before] = field(default_factory=list)
    once: set[str] = field(default_factory=set)
    at_last: list[Before] = field(default_factory=list)
    afterwards: list[Afterwards] = field(default_factory=list)


# Asked at the end of every transaction; what it raises undoes it.
last_questions: list[Before] = []

_under_way: ContextVar[UnderWay | None] = ContextVar("under_way", default=None)


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
    if _under_way.get() is not None:
        yield
        return
    ours = UnderWay()
    token = _under_way.set(ours)
    try:
        async with engine().transaction():
            yield
            for work in (*ours.before, *last_questions):
                await work()
            for work in ours.at_last:
                await work()
    finally:
        _under_way.reset(token)
    if ours.afterwards:
        await asyncio.shield(_do_all(ours.afterwards))


async def _do_all(afterwards: list[Afterwards]) -> None:
    """What goes wrong now is logged and told to nobody: it would sound as if nothing had been written."""

    async def do(work: Afterwards) -> None:
        if (waiting := work()) is not None:
            await waiting

    for failed in await asyncio.gather(*map(do, afterwards), return_exceptions=True):
        if failed is not None:
            log.error("after a commit: %s: %s", type(failed).__name__, failed, exc_info=failed)


def before_commit(work: Before, *, once: str = "") -> None:
    """Do `work` as the last thing inside the surrounding `writing()`, if that comes to its end.

    Of several with the same name in `once` only the first is done.
    """
    ours = _ours()
    if once not in ours.once:
        ours.before.append(work)
    if once:
        ours.once.add(once)


def at_last(work: Before) -> None:
    """Like `before_commit`, after all else: for what locks a row that every act wants. Nothing is locked after it, so
    nobody waits for somebody who waits for them."""
    _ours().at_last.append(work)


def after_commit(work: Afterwards) -> None:
    """Do `work` when the surrounding `writing()` is durable. What must not be missed then is no work for this:
    if `work` fails, or the program is killed before it, the transaction stands all the same."""
    _ours().afterwards.append(work)


def _ours() -> UnderWay:
    ours = _under_way.get()
    if ours is None:
        raise RuntimeError("outside of writing()")
    return ours


async def start() -> None:
    await engine().start_connection_pool()


async def stop() -> None:
    await engine().close_connection_pool()
