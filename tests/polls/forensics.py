"""What somebody with a copy of the store can try: find out who cast which ballot, from the order in which bytes came.

The attacker knows the order of the voters (the turnout tells it) and, after publication, every receipt. If the
receipts can be put into the order in which they were cast, voters and ballots are pairs.
"""

import asyncio
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql

Groups = list[list[str]]
PAGE = 4096


def wal_frames(wal: bytes) -> list[bytes]:
    """The pages in a write-ahead log of SQLite, oldest first: one group of them for each commit."""
    if len(wal) < 32:
        return []
    size = int.from_bytes(wal[8:12], "big")
    return [wal[start + 24 : start + 24 + size] for start in range(32, len(wal) - 24 - size + 1, 24 + size)]


def pages(file: bytes) -> list[bytes]:
    return [file[start : start + PAGE] for start in range(0, len(file), PAGE)]


def order_of_appearance(pieces: Sequence[bytes], receipts: Sequence[str]) -> Groups:
    """The receipts by the piece in which each is seen first, and inside a piece by their place in it."""
    groups: Groups = []
    unseen = set(receipts)
    for piece in pieces:
        found = sorted((place, receipt) for receipt in unseen if (place := piece.find(receipt.encode())) >= 0)
        if found:
            groups.append([receipt for _, receipt in found])
            unseen -= {receipt for _, receipt in found}
    return groups


def paired(groups: Groups, cast: Sequence[str]) -> int:
    """How many voters the attacker names right, given receipts in some order and the order of the voters.

    Inside a group rows may lie forwards or backwards; the attacker takes what fits better.
    """
    readings = ([one for group in groups for one in group], [one for group in groups for one in reversed(group)])
    return max(sum(a == b for a, b in zip(reading, cast, strict=False)) for reading in readings)


def tell_only_the_alphabet(groups: Groups, receipts: Sequence[str]) -> bool:
    """Whether the bytes lie in the order of the receipts, which everybody knows: then they say nothing of the votes."""
    inside = all(group in (sorted(group), sorted(group, reverse=True)) for group in groups)
    together = [sorted(group) for group in groups]
    forwards = [one for group in together for one in group]
    backwards = [one for group in reversed(together) for one in group]
    return inside and sorted(receipts) in (forwards, backwards)


class SqliteCopies:
    """The file, its log and a backup, taken now."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def take(self) -> dict[str, list[bytes]]:
        log = self.path.with_name(self.path.name + "-wal")
        copy = self.path.with_name("backup-of-the-attacker.sqlite")
        copy.unlink(missing_ok=True)
        with sqlite3.connect(self.path) as source, sqlite3.connect(copy) as target:
            source.backup(target)
        source.close()
        target.close()
        taken = {
            "file": pages(self.path.read_bytes()),
            "log": wal_frames(log.read_bytes() if log.exists() else b""),
            "backup": pages(copy.read_bytes()),
        }
        copy.unlink()
        return taken


CHECKPOINT = Sql("CHECKPOINT")
HEAP = Sql("SELECT pg_read_binary_file(pg_relation_filepath($1)) AS bytes")
LOG = Sql("SELECT pg_read_binary_file('pg_wal/' || $1) AS bytes")
NEWEST = Sql("SELECT name FROM pg_ls_waldir() WHERE length(name) = 24 ORDER BY modification DESC LIMIT 2")


class PostgresCopies:
    """The raw files of the tables, and the newest two files of the log."""

    TABLES = ("turnout", "sealed_ballot", "ballot", "open_vote", "poll", "on_roll")

    async def take(self) -> dict[str, list[bytes]]:
        await CHECKPOINT.rows()
        heaps = [bytes(await HEAP.value(table)) for table in self.TABLES]
        names = sorted(row["name"] for row in await NEWEST.rows())
        logs = [bytes(await LOG.value(name)) for name in names]
        return {"file": [page for heap in heaps for page in pages(heap)], "log": logs}


async def take_copies() -> dict[str, list[bytes]]:
    if settings().is_sqlite:
        return await asyncio.to_thread(SqliteCopies(settings().sqlite_path).take)
    return await PostgresCopies().take()
