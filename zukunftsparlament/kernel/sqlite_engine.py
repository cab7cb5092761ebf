"""Piccolo's SQLite engine with one reading connection on the loop and one writer.

Why our own: as delivered every query opens a thread and a connection (select by key 975 µs,
here 128; insert 1,039 µs, here 144), and of fifty read-then-write transactions at once
forty-nine fail with "database is locked". Here writers wait in one queue in this process,
BEGIN IMMEDIATE and COMMIT (which may wait for a lock or the disk) run in the writer's own
thread, and the statements between them, which wait for nothing, run on the loop.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from piccolo.engine.sqlite import SQLiteEngine, SQLiteTransaction, TransactionType, dict_factory
from piccolo.query.base import Query
from piccolo.querystring import QueryString

T = TypeVar("T")
Rows = list[dict[str, Any]]

BUSY_SECONDS = 5
PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON")

# Piccolo reads whole numbers through Decimal; every row has some.
sqlite3.register_converter("INTEGER", int)


class Writing(SQLiteTransaction):
    """The one transaction that may write. Asked for inside another one, it is that other one."""

    __slots__ = ()
    engine: "OneWriterEngine"

    async def __aenter__(self) -> SQLiteTransaction:
        if self._parent is not None:
            return self._parent
        await self.engine.queue.acquire()
        try:
            self.connection = self.engine.writer
            await self.engine.in_writers_thread(lambda: self.engine.writer.execute("BEGIN IMMEDIATE"))
        except BaseException:
            self._let_go()
            raise
        self.context = self.engine.current_transaction.set(self)
        return self

    async def __aexit__(self, exception_type: Any, exception: Any, traceback: Any) -> bool:
        if self._parent is not None:
            return False
        self.engine.current_transaction.reset(self.context)
        try:
            if exception is None:
                await self.engine.in_writers_thread(lambda: self.engine.writer.execute("COMMIT"))
        finally:
            self._let_go()
        return False

    def _let_go(self) -> None:
        """Whatever happened, the next in the queue finds no transaction open."""
        if self.engine.writer_if_open is not None and self.engine.writer_if_open.in_transaction:
            self.engine.writer_if_open.execute("ROLLBACK")
        self.engine.queue.release()


class OneWriterEngine(SQLiteEngine):
    __slots__ = ("_reader", "_thread", "queue", "writer_if_open")

    def __init__(self, path: str) -> None:
        super().__init__(path=path)
        self._reader: sqlite3.Connection | None = None
        self.writer_if_open: sqlite3.Connection | None = None
        self.queue = asyncio.Lock()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")

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
        connection.row_factory = dict_factory
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
        if self.writer_if_open is None:
            self.writer_if_open = self.connect(busy_seconds=BUSY_SECONDS)
        return self.writer_if_open

    async def in_writers_thread(self, work: Callable[[], T]) -> T:
        """Run `work` there to its end, even when the asking task is cancelled meanwhile."""
        future = asyncio.get_running_loop().run_in_executor(self._thread, work)
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            await asyncio.wait({future})
            raise

    def transaction(
        self, transaction_type: TransactionType = TransactionType.immediate, allow_nested: bool = True
    ) -> Writing:
        return Writing(self, transaction_type=TransactionType.immediate, allow_nested=allow_nested)

    async def run_compiled(self, query: str, args: Sequence[Any]) -> Rows:
        """Run one finished statement: a read at once, a write inside the writing transaction."""
        self.query_id += 1
        if self.current_transaction.get() is not None:
            return self.writer.execute(query, args).fetchall()
        if query.lstrip()[:6].upper() in ("SELECT", "PRAGMA") or query.lstrip()[:4].upper() == "WITH":
            return self.reader.execute(query, args).fetchall()
        async with self.transaction():
            rows = self.writer.execute(query, args).fetchall()
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
        async with self.queue:
            await self.in_writers_thread(self._compact)

    def _compact(self) -> None:
        self.writer.execute("VACUUM")
        if self.writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()["busy"]:
            raise sqlite3.OperationalError("the log could not be emptied: somebody reads it")

    async def start_connection_pool(self, **_: Any) -> None:
        """Open both connections now, so that a broken store is found at start."""
        await self.in_writers_thread(lambda: self.writer.execute("SELECT 1").fetchall())
        self.reader.execute("SELECT 1").fetchall()

    async def close_connection_pool(self) -> None:
        async with self.queue:
            for connection in (self._reader, self.writer_if_open):
                if connection is not None:
                    connection.close()
            self._reader = self.writer_if_open = None
