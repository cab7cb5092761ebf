"""What is deleted for good leaves the free pages of the store too, and its log.

A mark in `keys/wiping` stands from before the commit until the store is written anew: whoever was killed in between,
or had to wait for a backup that was reading, goes on at the next `wipe_what_waits`. A mark names the tables.
"""

import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from secrets import token_hex

from zukunftsparlament.kernel.database import STORE_ERRORS, engine
from zukunftsparlament.kernel.keys import keys_folder, write_secret
from zukunftsparlament.kernel.refusals import Missing, Refused

WAITS_SECONDS = 60  # a younger mark belongs to somebody who is just about to do it

log = logging.getLogger("zukunftsparlament")


@asynccontextmanager
async def wiping(*tables: str) -> AsyncIterator[None]:
    """Around a `writing()` that deletes from `tables`. Never raises for the wiping itself: it is tried again."""
    mark = _folder() / f"{token_hex(8)}.mark"
    write_secret(mark, "\n".join(tables).encode())
    try:
        yield
    except (Missing, Refused):  # nothing was deleted
        _take_away(mark)
        raise
    await _wipe(mark)


async def wipe_what_waits(*, older_than_seconds: float = WAITS_SECONDS) -> None:
    for mark in sorted(_folder().glob("*.mark")):
        if time.time() - mark.stat().st_mtime >= older_than_seconds:
            await _wipe(mark)


async def _wipe(mark: Path) -> None:
    try:
        await engine().compact(_tables_in(mark))
        _take_away(mark)
    except STORE_ERRORS as error:
        log.warning("wiping waits: %s", error)


def _tables_in(mark: Path) -> list[str]:
    return mark.read_text().split()


def _take_away(mark: Path) -> None:
    mark.unlink(missing_ok=True)


def _folder() -> Path:
    folder = keys_folder() / "wiping"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
