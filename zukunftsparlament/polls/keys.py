"""What must not lie in the store: private keys of open ballot boxes, lots not yet drawn. Both in `keys/polls/`.

`7.key`, `7.lot`, and `7.compact`: somebody has still to wipe what was deleted after poll 7 was counted. `7.draw`: a lot
that was sealed after the count, because the parliament wants one.
"""

from contextlib import suppress
from pathlib import Path

from zukunftsparlament.kernel.keys import destroy, keys_folder, write_secret

KEY, LOT, COMPACT, DRAW = "key", "lot", "compact", "draw"


def _path(number: int, what: str) -> Path:
    return keys_folder() / "polls" / f"{number}.{what}"


def keep(number: int, *, private: bytes | None, lot: bytes | None) -> None:
    """Durable when this returns. What an opening that never became true has left behind is written over."""
    if private is not None:
        write_secret(_path(number, KEY), private)
    if lot is not None:
        write_secret(_path(number, LOT), lot)


def private_key(number: int) -> bytes | None:
    return _read(number, KEY)


def lot(number: int) -> bytes | None:
    return _read(number, LOT)


def keep_draw(number: int, lot: bytes) -> None:
    write_secret(_path(number, DRAW), lot)


def draw(number: int) -> bytes | None:
    return _read(number, DRAW)


def destroy_draw(number: int) -> None:
    with suppress(FileNotFoundError):
        destroy(_path(number, DRAW))


def _read(number: int, what: str) -> bytes | None:
    with suppress(FileNotFoundError):
        return _path(number, what).read_bytes()
    return None


def destroy_both(number: int) -> None:
    for what in (KEY, LOT):
        with suppress(FileNotFoundError):  # another process was faster
            destroy(_path(number, what))


def ask_to_compact(number: int) -> None:
    """Written before the count commits: whoever is killed after it finds here what is left to do."""
    write_secret(_path(number, COMPACT), b"")


def compacted(number: int) -> None:
    _path(number, COMPACT).unlink(missing_ok=True)


def numbers(*kinds: str) -> list[int]:
    """The polls that have a file of one of these kinds."""
    found = (path for kind in kinds for path in (keys_folder() / "polls").glob(f"*.{kind}"))
    return sorted({int(path.stem) for path in found if path.stem.isdecimal()})


def clear_drafts(*, seconds: float, now: float) -> None:
    """What a process that was killed while writing has left behind. A younger one may still be written."""
    for path in (keys_folder() / "polls").glob("*.draft"):
        with suppress(FileNotFoundError):
            if now - path.stat().st_mtime > seconds:
                destroy(path)


def is_older_than(number: int, *, seconds: float, now: float) -> bool:
    """Whether no file of this poll was touched for so long."""
    paths = (_path(number, what) for what in (KEY, LOT))
    return all(now - path.stat().st_mtime > seconds for path in paths if path.exists())
