"""Looking for traces in every file, once everything that waits is wiped."""

import asyncio
import os
from pathlib import Path

from zukunftsparlament.departures.finishing import finish
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql

GOING = Sql("SELECT count(*) FROM departure")
CHECKPOINT = Sql("CHECKPOINT")
WHERE = Sql(
    "SELECT current_setting('data_directory') AS folder, oid FROM pg_database WHERE datname = current_database()"
)


async def every_byte() -> bytes:
    """All that lies in ZP_DATA, and in the files of the database's tables, indexes and statistics on PostgreSQL."""
    found = _all_files(settings().data)
    if not settings().is_sqlite:
        await CHECKPOINT.rows()
        where = await WHERE.row() or {}
        found += _all_files(Path(where["folder"]) / "base" / str(where["oid"]))
    return found


def _all_files(folder: Path) -> bytes:
    pieces = []
    for path, _folders, files in os.walk(folder):
        for name in files:
            try:
                pieces.append((Path(path) / name).read_bytes())
            except FileNotFoundError:
                continue
    return b"\n".join(pieces)


async def until_wiped() -> None:
    """As the clock does: PostgreSQL's own housekeeping may have been reading, and then it is tried again."""
    for _ in range(60):
        await finish()
        if not await GOING.value():
            return
        await asyncio.sleep(0.5)
    raise AssertionError("it does not come to an end")


async def still_there(planted: dict[str, str]) -> set[str]:
    """The names of the traces that somebody with all files finds. Their last part is enough: a name may be folded."""
    await until_wiped()
    bytes_ = await every_byte()
    return {name for name, trace in planted.items() if trace.rpartition("-")[2].encode() in bytes_}
