"""Piccolo's PostgreSQL engine, made to give every connection back.

As delivered a failing COMMIT never returns its connection, and after ten of them the program
hangs; its constructor connects (up to 60 s on a silent server).
"""

import asyncio
from collections.abc import Sequence
from typing import Any

import asyncpg
from asyncpg.exceptions import InterfaceError, PostgresError
from piccolo.engine.postgres import PostgresEngine, PostgresTransaction

Rows = list[dict[str, Any]]

CONNECT_SECONDS = 5
POOL_SIZE = 10


# What was deleted is kept for whoever may still see it: a reader of this database with an older snapshot, or anybody
# on the whole server whose transaction began before it, as our own snapshot reaches back to that one.
NOW = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
OLDER_ONES = (
    "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint < $1 OR EXISTS (SELECT 1 FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid() "
    "AND backend_xmin::text::bigint < $1 % 4294967296)"
)
TRIES = 20
TRY_SECONDS = 0.1
LOCK_SECONDS = 2  # behind a lock that we wait for, everybody waits


async def _until_nobody_reads(connection: Any) -> None:
    moment = await connection.fetchval(NOW)
    for _ in range(TRIES):
        if not await connection.fetchval(OLDER_ONES, moment):
            return
        await asyncio.sleep(TRY_SECONDS)
    raise InterfaceError("the tables could not be written anew: somebody reads them")


class Connection(asyncpg.Connection):  # type: ignore[misc]
    """Given back as it is: nothing here sets anything on a connection, and asking it to forget is one more
    round trip after each statement of a page."""

    def get_reset_query(self) -> str:
        return ""


class Writing(PostgresTransaction):
    """A transaction on a pool connection. Asked for inside another one, it is that other one."""

    __slots__ = ()
    engine: "SteadyPostgresEngine"

    async def __aenter__(self) -> PostgresTransaction:
        if self._parent is not None:
            return self._parent
        self.connection = await self.get_connection()  # type: ignore[no-untyped-call]
        try:
            self.transaction = self.connection.transaction()
            await self.begin()  # type: ignore[no-untyped-call]
        except BaseException:
            await self._give_back()
            raise
        self.context = self.engine.current_transaction.set(self)
        return self

    async def __aexit__(self, exception_type: Any, exception: Any, traceback: Any) -> bool:
        if self._parent is not None:
            return False
        self.engine.current_transaction.reset(self.context)
        try:
            ending = self.transaction.commit if exception is None else self.transaction.rollback
            await ending()
        except (InterfaceError, PostgresError, OSError):
            if exception is None:
                raise  # a broken connection while rolling back must not hide the first error
        finally:
            await self._give_back()
        return False

    async def _give_back(self) -> None:
        if self.engine.pool is not None:
            await self.engine.pool.release(self.connection)
        else:
            await self.connection.close()


class SteadyPostgresEngine(PostgresEngine):
    __slots__ = ()

    def __init__(self, url: str) -> None:
        super().__init__(config={"dsn": url, "timeout": CONNECT_SECONDS, "command_timeout": 30})

    async def get_version(self) -> float:
        return 15.0  # asking would connect in the constructor

    async def start_connection_pool(self, **kwargs: Any) -> None:
        await super().start_connection_pool(min_size=2, max_size=POOL_SIZE, connection_class=Connection, **kwargs)

    def transaction(self, allow_nested: bool = True) -> Writing:
        return Writing(self, allow_nested=allow_nested)

    async def compact(self, tables: Sequence[str]) -> None:
        """Write these tables anew, and what the planner has noted about their values, so that nothing deleted is left
        in their files. Outside of `writing()`. Raises when somebody (a backup, say) still reads the old rows: they
        would be kept, and everybody would wait behind us. What the log of PostgreSQL holds goes when it is recycled.
        """
        connection = await asyncpg.connect(**self.config)
        try:
            await _until_nobody_reads(connection)
            await connection.execute(f"SET lock_timeout = '{LOCK_SECONDS}s'")
            await connection.execute(f"VACUUM (FULL, ANALYZE) {', '.join(tables)}")
            await connection.execute("VACUUM (FULL) pg_catalog.pg_statistic")
        finally:
            await connection.close()

    async def run_compiled(self, query: str, args: Sequence[Any]) -> Rows:
        self.query_id += 1
        current = self.current_transaction.get()
        if current is not None:
            return [dict(row) for row in await current.connection.fetch(query, *args)]
        if self.pool is not None:
            async with self.pool.acquire() as connection:
                return [dict(row) for row in await connection.fetch(query, *args)]
        return [dict(row) for row in await self._run_in_new_connection(query, args)]
