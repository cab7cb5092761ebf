"""Before a restore: the old store is laid aside, and comes back when anything fails."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from zukunftsparlament.cli.backup import LEFT_OUT, default_target
from zukunftsparlament.cli.store import is_in_use, on_a_loop
from zukunftsparlament.departures.finishing import write_down
from zukunftsparlament.kernel import database
from zukunftsparlament.kernel.backups import write_backup
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sqlite_engine import OneWriterEngine


def exists() -> bool:
    return not settings().is_sqlite or settings().sqlite_path.exists()


def know_who_is_going() -> None:
    """Killed in the middle of a deletion: the list of deletions must know of it before this store is replaced. What
    cannot be read any more is no reason not to restore."""
    if exists():
        with suppress(*database.STORE_ERRORS):
            on_a_loop(write_down())


@contextmanager
def replaced() -> Iterator[Path | None]:
    """Inside, the store is an empty one. Yields where the old one lies afterwards, None if there was none.

    SQLite: built in a file beside the old one and put in its place at the end. PostgreSQL: in one transaction over
    the old rows, after a backup of them. What a backup leaves out is not laid aside either.
    """
    aside = default_target().with_name(f"vor-{default_target().name}")
    aside.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if settings().is_sqlite:
        _keep_pictures(aside.with_name(aside.name.replace(".tar.gz", ".pictures")))
        yield from _new_file(aside.with_name(aside.name.replace(".tar.gz", ".sqlite")))
        return
    had_something = on_a_loop(_lay_aside(aside))
    yield aside if had_something else None


async def _lay_aside(aside: Path) -> bool:
    if await is_in_use():
        await write_backup(aside, leave_out=LEFT_OUT)
        return True
    return False


def _new_file(aside: Path) -> Iterator[Path | None]:
    target = settings().sqlite_path
    draft = target.with_name(f"{target.name}.restoring")
    _remove(draft)
    _point_at(draft)
    try:
        yield aside if target.exists() else None
    except BaseException:
        _remove(draft)
        raise
    finally:
        _point_at(target)
    if target.exists():
        _fold_in_the_log(target)
        _keep(target, aside)
    draft.replace(target)


def _keep(target: Path, aside: Path) -> None:
    copy = aside.with_name(f"{aside.name}.draft")
    shutil.copy2(target, copy)
    with suppress(sqlite3.DatabaseError):  # what cannot be read cannot be thinned out: it is kept as it is
        _thin_out(copy)
    copy.replace(aside)


def _keep_pictures(aside: Path) -> None:
    """Beside the old file lie the pictures that its rows speak of; the same bytes, not a second time."""
    if (settings().data / "pictures").is_dir():
        shutil.copytree(settings().data / "pictures", aside, copy_function=os.link)


def _thin_out(path: Path) -> None:
    """No session, no box, no turnout in it, not even in a free page."""
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in sorted(LEFT_OUT & there):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608  our own names
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()


def _point_at(path: Path) -> None:
    """All that opens the store from now on opens this file."""
    os.environ["ZP_DATABASE_URL"] = f"sqlite:///{path}"
    settings.cache_clear()
    store = database.engine()
    assert isinstance(store, OneWriterEngine)
    store.path = str(path)


def _fold_in_the_log(path: Path) -> None:
    """The last writes lie in `-wal`: into the file with them. A log beside another file would break it."""
    with suppress(sqlite3.DatabaseError):  # a broken store is a good reason for a restore
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.close()
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
