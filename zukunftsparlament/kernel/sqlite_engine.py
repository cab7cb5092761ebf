"""Piccolo's SQLite engine with one reading connection on the loop and one writer (`sqlite_writer`).

Why our own: as delivered every query opens a thread and a connection (select by key 975 µs,
here 128; insert 1,039 µs, here 144), and of fifty read-then-write transactions at once
forty-nine fail with "database is locked". Here writers wait in one queue in this process.
"""

import asyncio
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from piccolo.engine.sqlite import SQLiteEngine, TransactionType
from piccolo.query.base import Query
from piccolo.querystring import QueryString

from zukunftsparlament.kernel.sqlite_writer import OneWriter, Writing

Rows = list[dict[str, Any]]

BUSY_SECONDS = 5
PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON")

# Piccolo reads whole numbers through Decimal, and times in three steps; every row has some.
sqlite3.register_converter("INTEGER", int)
sqlite3.register_converter("TIMESTAMPTZ", lambda stored: datetime.fromisoformat(stored.decode()))


def _rows(connection: sqlite3.Connection, query: str, args: Sequence[Any]) -> Rows:
    cursor = connection.execute(query, args)
    if cursor.description is None:
        return []
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


class OneWriterEngine(SQLiteEngine):
    __slots__ = ("_reader", "one_writer")

    def __init__(self, path: str) -> None:
        super().__init__(path=path)
        self._reader: sqlite3.Connection | None = None
        self.one_writer = OneWriter(lambda: self.connect(busy_seconds=BUSY_SECONDS))

    def connect(self, *, busy_seconds: float) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path,
            timeout=busy_seconds,
            isolation_level=None,
            detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES,
            check_same_thread=False,
        )
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    @property
    def reader(self) -> sqlite3.Connection:
        """Never waits for a lock: in WAL mode readers need none, and waiting here would stop the loop."""
        if self._reader is None:
            self._reader = self.connect(busy_seconds=0.05)
            self._reader.execute("PRAGMA query_only = ON")
        return self._reader

    @property
    def writer(self) -> sqlite3.Connection:
        return self.one_writer.connection

    def transaction(
        self, transaction_type: TransactionType = TransactionType.immediate, allow_nested: bool = True
    ) -> Writing:
        return Writing(self, transaction_type=TransactionType.immediate, allow_nested=allow_nested)

    async def run_compiled(self, query: str, args: Sequence[Any]) -> Rows:
        """Run one finished statement: a read at once, a write inside the writing transaction."""
        self.query_id += 1
        if self.current_transaction.get() is not None:
            return _rows(self.writer, query, args)
        if query.lstrip()[:6].upper() in ("SELECT", "PRAGMA") or query.lstrip()[:4].upper() == "WITH":
            return _rows(self.reader, query, args)
        async with self.transaction():
            rows = _rows(self.writer, query, args)
        return rows  # noqa: RET504  after the commit

    async def run_querystring(self, querystring: QueryString, in_pool: bool = False) -> Rows:
        query, args = querystring.compile_string(engine_type=self.engine_type)
        return await self.run_compiled(query, args)

    async def run_ddl(self, ddl: str, in_pool: bool = False) -> Rows:
        return await self.run_compiled(ddl, ())

    async def batch(self, query: Query[Any, Any], batch_size: int = 100, node: str | None = None) -> Any:
        raise NotImplementedError("The store is read in pages, never as one long cursor on the loop.")

    async def compact(self, tables: Sequence[str]) -> None:
        """Write the file anew and empty the log, so that nothing deleted is left in either. Raises when a reader
        elsewhere (a backup, say) is still at the old pages: then ask again later."""
        async with self.one_writer.queue:
            await self.one_writer.close_group(self.one_writer.group)
            await self.one_writer.in_thread(self._compact)

    def _compact(self) -> None:
        self.writer.execute("VACUUM")
        if self.writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            raise sqlite3.OperationalError("the log could not be emptied: somebody reads it")

    async def start_connection_pool(self, **_: Any) -> None:
        """Open both connections now, so that a broken store is found at start.

        A lock belongs to the loop on which somebody first waited for it, and the demo is seeded on one and served
        on another: each start has a queue of its own.
        """
        self.one_writer.queue = asyncio.Lock()
        await self.one_writer.in_thread(lambda: self.writer.execute("SELECT 1").fetchall())
        self.reader.execute("SELECT 1").fetchall()

    async def close_connection_pool(self) -> None:
        async with self.one_writer.queue:
            await self.one_writer.disconnect()
            if self._reader is not None:
                self._reader.close()
            self._reader = None
