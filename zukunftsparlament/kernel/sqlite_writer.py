"""The one connection that writes into SQLite, its queue, and the groups in which transactions become durable.

Why groups: a COMMIT waits for the disk. With one for each transaction 32 voters at once got 750 to 1,450 votes a
second, in groups 1,800 to 3,900 (one core; a bare sqlite3 loop without sealing: 900 to 5,600, as the disk allows).
BEGIN IMMEDIATE and COMMIT, which may wait for a lock or the disk, run in the writer's own thread; the statements
between them wait for nothing and run on the loop.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from piccolo.engine.sqlite import SQLiteTransaction

T = TypeVar("T")


class Group:
    """Transactions, one after the other, that one COMMIT makes durable. Each is a savepoint: if it fails, it alone
    is undone. Nobody is told that he has written before that COMMIT, and everybody is told if it failed.
    """

    def __init__(self) -> None:
        self.over = asyncio.Event()
        self.error: sqlite3.Error | None = sqlite3.OperationalError("never committed")
        self.closing: asyncio.Task[None] | None = None


class OneWriter:
    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self._connection: sqlite3.Connection | None = None
        self.queue = asyncio.Lock()
        self.group: Group | None = None
        self.locked_out = 0  # how often BEGIN has failed: somebody else has the store, or it is away

    @property
    def connection(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._connect()
        return self._connection

    async def in_thread(self, work: Callable[[], T]) -> T:
        """Run `work` there to its end, even when the asking task is cancelled meanwhile."""
        future = asyncio.get_running_loop().run_in_executor(self._thread, work)
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            await asyncio.wait({future})
            raise

    async def queue_up(self) -> None:
        """Ends with the queue held. A BEGIN that fails has waited its five seconds for all who stood behind it: each
        trying anew, the last of twelve taps would be told after a minute."""
        before = self.locked_out
        await self.queue.acquire()
        if self.locked_out != before:
            self.queue.release()
            raise sqlite3.OperationalError("the store was locked for somebody before us in the queue")

    async def open_group(self) -> Group:
        """The one that takes the next transaction. With the queue held, as for `close_group` and `disconnect`."""
        if self.group is None:
            try:
                await self.in_thread(lambda: self.connection.execute("BEGIN IMMEDIATE"))
            except BaseException as error:
                self._undo()
                self.locked_out += isinstance(error, sqlite3.Error)
                raise
            self.group = Group()
        return self.group

    def close_soon(self, group: Group) -> None:
        """The COMMIT stands in the queue like everybody: who is before it now comes into this group, nobody else."""

        async def close_in_turn() -> None:
            async with self.queue:
                await self.close_group(group)

        group.closing = group.closing or asyncio.create_task(close_in_turn())

    async def close_group(self, group: Group | None) -> None:
        if group is None or group.over.is_set():
            return
        try:
            await self.in_thread(lambda: self.connection.execute("COMMIT"))
            group.error = None
        except sqlite3.Error as error:
            group.error = error
            self._undo()
        finally:
            self.forget(group)

    def forget(self, group: Group) -> None:
        """It is over, and whoever waits for it reads its `error`."""
        self.group = None
        group.over.set()

    def _undo(self) -> None:
        if self._connection is not None and self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    async def disconnect(self) -> None:
        await self.close_group(self.group)
        if self._connection is not None:
            self._connection.close()
        self._connection = None


class Writing(SQLiteTransaction):
    """The one transaction that may write. Asked for inside another one, it is that other one."""

    __slots__ = ("group",)
    engine: Any  # the one that has this `one_writer`

    async def __aenter__(self) -> SQLiteTransaction:
        if self._parent is not None:
            return self._parent
        writer: OneWriter = self.engine.one_writer
        await writer.queue_up()
        try:
            self.group = await writer.open_group()
            self.connection = writer.connection
            self.connection.execute("SAVEPOINT mine")
        except BaseException:
            if writer.group is not None:
                writer.close_soon(writer.group)
            writer.queue.release()
            raise
        self.context = self.engine.current_transaction.set(self)
        return self

    async def __aexit__(self, exception_type: Any, exception: Any, traceback: Any) -> bool:
        if self._parent is not None:
            return False
        self.engine.current_transaction.reset(self.context)
        writer: OneWriter = self.engine.one_writer
        try:
            self._end(undo=exception is not None)
        finally:
            writer.close_soon(self.group)
            writer.queue.release()
        await self.group.over.wait()
        if self.group.error is not None and exception is None:
            raise sqlite3.OperationalError(str(self.group.error)) from self.group.error
        return False

    def _end(self, *, undo: bool) -> None:
        if not self.connection.in_transaction:  # a full disk, say: then SQLite has undone the whole group itself
            self.engine.one_writer.forget(self.group)
            return
        if undo:
            self.connection.execute("ROLLBACK TO mine")
        self.connection.execute("RELEASE mine")
