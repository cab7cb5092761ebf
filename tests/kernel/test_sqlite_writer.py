"""Transactions that become durable together: each stands or falls alone, and nobody is told too early."""

import asyncio
import sqlite3
import time

import pytest

from zukunftsparlament.kernel.database import after_commit, engine, writing
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.sqlite_engine import BUSY_SECONDS, OneWriterEngine

pytestmark = [
    pytest.mark.usefixtures("store"),
    pytest.mark.skipif(not settings().is_sqlite, reason="PostgreSQL groups by itself"),
]

ADD = Sql("INSERT INTO school (name, short, kind) VALUES ($1, $1, 'primary')")
COUNT = Sql("SELECT count(*) FROM school")
LATER = Sql("PRAGMA defer_foreign_keys = ON")
NOBODYS = Sql("INSERT INTO card (member, code_hash, words_hash, replaced) VALUES (999999, 'x', 'x', 0)")


async def add(name: str) -> None:
    async with writing():
        await ADD.rows(name)


async def break_the_commit() -> None:
    """Points at a member that does not exist, which SQLite is told to notice at the COMMIT only."""
    async with writing():
        await LATER.rows()
        await NOBODYS.rows()


def durable() -> int:
    """Seen from outside, as after a crash of this program."""
    other = sqlite3.connect(settings().sqlite_path)
    try:
        return int(other.execute(COUNT.finished).fetchone()[0])
    finally:
        other.close()


async def test_who_waits_together_is_committed_together() -> None:
    store = engine()
    assert isinstance(store, OneWriterEngine)
    said: list[str] = []
    store.writer.set_trace_callback(said.append)
    try:
        await asyncio.gather(*(add(f"Schule {n}") for n in range(30)))
    finally:
        store.writer.set_trace_callback(None)

    assert durable() == 30
    assert said.count("COMMIT") <= 2


async def test_nobody_is_told_before_it_is_durable() -> None:
    seen: list[int] = []

    async def write(name: str) -> None:
        async with writing():
            await ADD.rows(name)
            after_commit(lambda: seen.append(durable()))
        seen.append(durable())

    await asyncio.gather(*(write(f"Schule {n}") for n in range(10)))

    assert len(seen) == 20
    assert min(seen) >= 9  # the first may have gone alone, nine were in one group


async def test_who_fails_is_undone_alone() -> None:
    async def fail(name: str) -> None:
        async with writing():
            await ADD.rows(name)
            raise ZeroDivisionError

    work = [fail(f"Schule {n}") if n % 3 == 0 else add(f"Schule {n}") for n in range(12)]
    outcomes = await asyncio.gather(*work, return_exceptions=True)

    assert [type(outcome) for outcome in outcomes].count(ZeroDivisionError) == 4
    assert durable() == 8


async def test_a_failing_commit_fails_for_everybody_in_it_and_for_nobody_else() -> None:
    outcomes = await asyncio.gather(add("Erste"), break_the_commit(), add("Zweite"), return_exceptions=True)

    failed = [isinstance(outcome, sqlite3.Error) for outcome in outcomes]
    assert failed[1]
    assert durable() == failed.count(False)

    await add("Dritte")
    assert durable() == failed.count(False) + 1


async def test_whoever_gives_up_waiting_holds_up_nobody() -> None:
    tasks = [asyncio.create_task(add(f"Schule {n}")) for n in range(9)]
    await asyncio.sleep(0)
    for task in tasks[1::2]:
        task.cancel()
    outcomes = await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), timeout=5)

    assert outcomes[0::2] == [None] * 5
    assert durable() >= 5


async def test_giving_up_during_the_commit_loses_nobody_elses_words() -> None:
    for wait in range(6):
        first, second = asyncio.create_task(add(f"A{wait}")), asyncio.create_task(add(f"B{wait}"))
        for _ in range(wait):
            await asyncio.sleep(0.0005)
        first.cancel()
        await second
        await asyncio.wait({first})
        before = durable()
        await add(f"C{wait}")
        assert durable() == before + 1


async def test_who_waited_for_a_locked_store_is_told_together() -> None:
    store = engine()
    assert isinstance(store, OneWriterEngine)
    other = sqlite3.connect(settings().sqlite_path, isolation_level=None)
    store.writer.execute("PRAGMA busy_timeout = 300")
    try:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        outcomes = await asyncio.gather(*(add(f"Schule {n}") for n in range(12)), return_exceptions=True)
        waited = time.monotonic() - began
        other.execute("ROLLBACK")
        await add("Danach")
    finally:
        other.close()
        store.writer.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")

    assert [type(outcome) for outcome in outcomes] == 12 * [sqlite3.OperationalError]
    assert 0.3 <= waited < 0.6
    assert durable() == 1
