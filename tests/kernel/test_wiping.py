"""What was deleted for good leaves the files of the store, whoever was reading or killed in between."""

import sqlite3

import pytest

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.keys import keys_folder
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.wiping import wipe_what_waits, wiping

pytestmark = pytest.mark.usefixtures("store")

ADD = Sql("INSERT INTO school (name, short, kind) VALUES ($1, 'x', 'primary')")
DROP = Sql("DELETE FROM school")


def marks() -> int:
    return len(list((keys_folder() / "wiping").glob("*.mark")))


async def test_a_mark_goes_when_it_is_done() -> None:
    await ADD.rows("Unverwechselbare Schule")
    async with wiping("school"), writing():
        await DROP.rows()
        assert marks() == 1
    assert marks() == 0


async def test_what_was_begun_and_not_ended_is_done_later() -> None:
    with pytest.raises(RuntimeError):
        async with wiping("school"):
            raise RuntimeError("killed")
    assert marks() == 1

    await wipe_what_waits()
    assert marks() == 1  # it may belong to somebody who is just about to do it
    await wipe_what_waits(older_than_seconds=0)
    assert marks() == 0


@pytest.mark.skipif(not settings().is_sqlite, reason="A reader who holds the log of SQLite.")
async def test_a_slow_backup_only_puts_it_off() -> None:
    await ADD.rows("Unverwechselbare Schule")
    slow = sqlite3.connect(settings().sqlite_path, isolation_level=None)
    slow.execute("BEGIN")
    slow.execute("SELECT count(*) FROM school").fetchall()
    async with wiping("school"), writing():
        await DROP.rows()
    assert marks() == 1
    slow.execute("COMMIT")
    slow.close()

    await wipe_what_waits(older_than_seconds=0)

    assert marks() == 0
    files = settings().sqlite_path.parent.glob(f"{settings().sqlite_path.name}*")
    assert not any(b"Unverwechselbare Schule" in path.read_bytes() for path in files)
