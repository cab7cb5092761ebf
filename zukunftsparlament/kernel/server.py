"""Who has the data folder right now. A file lock: it ends with the process, however that ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from zukunftsparlament.kernel.settings import settings


class InUse(Exception):
    """A server runs on this data folder."""


@contextmanager
def holding_the_store(*, alone: bool) -> Iterator[None]:
    """Held by a server while it runs, and by whoever must have the store to himself. Raises InUse.

    Several servers may share a PostgreSQL store (`alone=False`); SQLite has one writer, a restore is alone too.
    """
    settings().data.mkdir(parents=True, exist_ok=True)
    lock = os.open(settings().data / "server.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise InUse from None
    try:
        yield
    finally:
        os.close(lock)
