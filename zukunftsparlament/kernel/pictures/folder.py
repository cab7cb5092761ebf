"""`ZP_DATA/pictures`: the copies of each picture, `{token}-{width}.webp`. A row of the store says which belong here."""

import hashlib
import os
import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from zukunftsparlament.kernel.settings import settings

NAME = re.compile(r"([A-Za-z0-9_-]{16,32})-(\d{2,4})\.webp")


def folder() -> Path:
    return settings().data / "pictures"


def path_of(token: str, width: int) -> Path:
    return folder() / f"{token}-{width}.webp"


def write(token: str, copies: Mapping[int, bytes]) -> dict[str, str]:
    """Durable when it returns: a row may say so now. The SHA-256 of each, by width."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    for width, body in copies.items():
        with path_of(token, width).open("xb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
    opened = os.open(folder(), os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
    return {str(width): hashlib.sha256(body).hexdigest() for width, body in copies.items()}


def remove(token: str) -> None:
    for path in folder().glob(f"{token}-*.webp"):
        path.unlink(missing_ok=True)


def fingerprint(token: str, width: int) -> str | None:
    """The SHA-256 of a copy, None if it is not there."""
    path = path_of(token, width)
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def found(*, older_than_seconds: float = 0.0) -> Iterator[tuple[Path, str | None]]:
    """Every file and whose it is: its token, or None for a file that is none of ours."""
    until = time.time() - older_than_seconds
    for path in sorted(folder().iterdir()) if folder().is_dir() else ():
        if path.stat().st_mtime <= until:
            ours = NAME.fullmatch(path.name)
            yield path, ours[1] if ours else None
