"""What a backup says about itself, and how values are written in it."""

import base64
import json
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

from piccolo.columns import Boolean, Bytea, Column, Date, Timestamptz

FORMAT = 1
NAME = "manifest.json"


class BrokenBackup(Exception):
    """This file is no backup of ours, or not the one that was written. The text says what is wrong."""


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """`tables`: columns and number of rows of each. `sha256`: of every other file in the backup."""

    version: str
    made_at: str
    store: str
    migrations: list[str]
    tables: dict[str, dict[str, Any]]
    sha256: dict[str, str]
    format: int = FORMAT

    def written(self) -> bytes:
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()


def read_manifest(text: bytes) -> Manifest:
    try:
        found = Manifest(**json.loads(text))
    except (ValueError, TypeError) as error:
        raise BrokenBackup("manifest.json") from error
    if found.format != FORMAT:
        raise BrokenBackup(f"format {found.format}")
    return found


def as_json(value: Any) -> Any:
    """SQLite's driver is asked for raw values, PostgreSQL's gives Python's: both become the same text."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (bytes, memoryview)):
        return base64.b64encode(bytes(value)).decode()
    return value


def from_json(column: Column, value: Any) -> Any:
    """The Python value that either store takes for `column`."""
    if value is None:
        return None
    match column:
        case Timestamptz():
            return datetime.fromisoformat(value)
        case Date():
            return date.fromisoformat(value)
        case Bytea():
            return base64.b64decode(value)
        case Boolean():
            return bool(value)
    return value
