"""Reading a backup: believed only when every file in it has the fingerprint that its manifest names."""

import json
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from piccolo.columns import Column
from piccolo.table import Table

from zukunftsparlament.kernel.backups.manifest import NAME, BrokenBackup, Manifest, from_json, read_manifest
from zukunftsparlament.kernel.backups.snapshot import AT_ONCE
from zukunftsparlament.kernel.backups.writing import fingerprint
from zukunftsparlament.kernel.database import engine
from zukunftsparlament.kernel.migrations import known
from zukunftsparlament.kernel.progress import Progress
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sqlite_engine import OneWriterEngine
from zukunftsparlament.kernel.tables import tables


class Backup:
    """An unpacked backup that has been checked."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder, self.manifest = folder, manifest

    @property
    def is_from_a_newer_program(self) -> bool:
        return not set(self.manifest.migrations) <= set(known())

    def deletions(self) -> list[str]:
        path = self.folder / "deletions.jsonl"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    async def load(self) -> None:
        """All rows into empty tables, inside `writing()`. Columns that the backup does not know keep their default."""
        with Progress(sum(about["rows"] for about in self.manifest.tables.values())) as done:
            for table in tables():
                name = table._meta.tablename
                if name in self.manifest.tables:
                    columns = [table._meta.get_column_by_name(column) for column in self._columns(name)]
                    await self._load_table(table, columns, done)

    def _columns(self, name: str) -> list[str]:
        return list(self.manifest.tables[name]["columns"])

    async def _load_table(self, table: type[Table], columns: Sequence[Column], done: Progress) -> None:
        name = table._meta.tablename
        with (self.folder / "tables" / f"{name}.jsonl").open(encoding="utf-8") as file:
            while lines := list(islice(file, AT_ONCE)):
                rows = [_row(columns, json.loads(line)) for line in lines]
                await _insert(name, self._columns(name), rows)
                done(len(rows))

    def copy_pictures(self) -> None:
        if (self.folder / "pictures").is_dir():
            shutil.copytree(self.folder / "pictures", settings().data / "pictures", dirs_exist_ok=True)


def _row(columns: Sequence[Column], values: list[Any]) -> tuple[Any, ...]:
    return tuple(from_json(column, value) for column, value in zip(columns, values, strict=True))


async def _insert(table: str, columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    """Many rows at once, past Piccolo: inside the transaction that is open."""
    store = engine()
    if isinstance(store, OneWriterEngine):
        named, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
        store.writer.executemany(f"INSERT INTO {table} ({named}) VALUES ({marks})", rows)  # noqa: S608
        return
    transaction = store.current_transaction.get()
    assert transaction is not None
    await transaction.connection.copy_records_to_table(table, columns=columns, records=rows)


@contextmanager
def opened(path: Path) -> Iterator[Backup]:
    """Unpacked into a folder that is gone afterwards. Raises BrokenBackup or OSError."""
    with tempfile.TemporaryDirectory(prefix="restore-") as unpacked:
        folder = Path(unpacked)
        try:
            with tarfile.open(path, "r:gz") as packed:
                packed.extractall(folder, filter="data")
        except (tarfile.TarError, EOFError, zlib.error) as error:
            raise BrokenBackup(str(error)) from error
        if not (folder / NAME).is_file():
            raise BrokenBackup(NAME)
        manifest = read_manifest((folder / NAME).read_bytes())
        found = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
        for name in sorted((found | set(manifest.sha256)) - {NAME}):
            if name not in found or fingerprint(folder / name) != manifest.sha256.get(name):
                raise BrokenBackup(name)
        yield Backup(folder, manifest)
