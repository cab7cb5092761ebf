"""One moment of the store, read from the first table to the last while others go on writing."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Protocol

import asyncpg

from zukunftsparlament.kernel.settings import settings

AT_ONCE = 1_000
BUSY_SECONDS = 10


class Snapshot(Protocol):
    def rows(self, statement: str) -> AsyncIterator[list[tuple[Any, ...]]]:
        """The rows of `statement`, some at a time."""


class SqliteSnapshot:
    """A read transaction in WAL mode: it neither waits for the writer nor makes it wait."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    async def rows(self, statement: str) -> AsyncIterator[list[tuple[Any, ...]]]:
        cursor = self.connection.execute(statement)
        while found := cursor.fetchmany(AT_ONCE):
            yield found


class PostgresSnapshot:
    def __init__(self, connection: Any) -> None:
        self.connection = connection

    async def rows(self, statement: str) -> AsyncIterator[list[tuple[Any, ...]]]:
        cursor = await self.connection.cursor(statement)
        while found := await cursor.fetch(AT_ONCE):
            yield [tuple(row) for row in found]


@asynccontextmanager
async def snapshot() -> AsyncIterator[Snapshot]:
    if settings().is_sqlite:
        address = f"{settings().sqlite_path.as_uri()}?mode=ro"
        connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=BUSY_SECONDS)
        try:
            connection.execute("BEGIN")
            yield SqliteSnapshot(connection)
        finally:
            connection.close()
        return
    postgres = await asyncpg.connect(settings().database_url, timeout=BUSY_SECONDS)
    try:
        async with postgres.transaction(isolation="repeatable_read", readonly=True):
            yield PostgresSnapshot(postgres)
    finally:
        await postgres.close()
