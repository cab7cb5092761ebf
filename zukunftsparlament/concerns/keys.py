"""The key of each concern, in `keys/concerns`: beside the store, and gone for good with the words."""

import os
import time
from datetime import date, datetime, timedelta
from pathlib import Path

from zukunftsparlament.kernel.clock import HERE
from zukunftsparlament.kernel.keys import destroy as destroy_file
from zukunftsparlament.kernel.keys import keys_folder, write_secret

ORPHAN_SECONDS = timedelta(days=2).total_seconds()


def _path(token: str) -> Path:
    return keys_folder() / "concerns" / f"{token}.key"


def keep(token: str, key: bytes, *, day: date) -> None:
    """Durable when this returns. The file says no more of the time than the day."""
    write_secret(_path(token), key)
    midnight = datetime(day.year, day.month, day.day, tzinfo=HERE).timestamp()
    os.utime(_path(token), (midnight, midnight))


def key_of(token: str) -> bytes | None:
    path = _path(token)
    return path.read_bytes() if path.exists() else None


def destroy(token: str) -> None:
    destroy_file(_path(token))


def orphans(known: set[str]) -> list[str]:
    """Keys of concerns that are not in the store, of the day before yesterday or older."""
    found = (keys_folder() / "concerns").glob("*.key")
    return [p.stem for p in found if p.stem not in known and time.time() - p.stat().st_mtime > ORPHAN_SECONDS]
