"""Writing a backup, also while the server runs."""

import hashlib
import json
import os
import shutil
import tarfile
import tempfile
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from piccolo.table import Table

from zukunftsparlament import __version__
from zukunftsparlament.kernel.backups.manifest import NAME, Manifest, as_json
from zukunftsparlament.kernel.backups.snapshot import Snapshot, snapshot
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.progress import Progress
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.tables import columns_of, tables


async def write_backup(target: Path, *, leave_out: Collection[str]) -> Manifest:
    """Writes `target` whole or not at all. The rows of the tables in `leave_out` stay here, and so do all keys."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = target.with_name(target.name + ".draft")
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
            manifest = await _collect(Path(folder), leave_out)
            _pack(Path(folder), draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return manifest


async def _collect(folder: Path, leave_out: Collection[str]) -> Manifest:
    kept = [table for table in tables() if table._meta.tablename not in leave_out]
    (folder / "tables").mkdir()
    _copy_pictures(folder)  # and again below: what goes or comes meanwhile is there for the rows that speak of it
    described = {}
    async with snapshot() as moment:
        counted = {table._meta.tablename: await _count(moment, table) for table in kept}
        with Progress(sum(counted.values())) as done:
            for table in kept:
                rows = await _dump(moment, table, folder, done)
                described[table._meta.tablename] = {"columns": columns_of(table), "rows": rows}
        migrations = [str(row[0]) async for found in moment.rows("SELECT name FROM migration") for row in found]
    _copy_beside(folder)
    return _written(
        folder,
        Manifest(
            version=__version__,
            made_at=now().isoformat(timespec="seconds"),
            store="sqlite" if settings().is_sqlite else "postgresql",
            migrations=sorted(migrations),
            tables=described,
            sha256=_fingerprints(folder),
        ),
    )


async def _count(moment: Snapshot, table: type[Table]) -> int:
    rows = moment.rows(f"SELECT count(*) FROM {table._meta.tablename}")  # noqa: S608
    return sum([row[0] async for found in rows for row in found])


async def _dump(moment: Snapshot, table: type[Table], folder: Path, done: Progress) -> int:
    columns = ", ".join(f'"{name}"' for name in columns_of(table))
    number = 0
    with (folder / "tables" / f"{table._meta.tablename}.jsonl").open("w", encoding="utf-8") as file:
        async for rows in moment.rows(f"SELECT {columns} FROM {table._meta.tablename} ORDER BY id"):  # noqa: S608
            for row in rows:
                file.write(json.dumps([as_json(value) for value in row], ensure_ascii=False) + "\n")
            number += len(rows)
            done(len(rows))
    return number


def _copy_beside(folder: Path) -> None:
    """What belongs to the store and lies beside it: pictures, and the list of deletions as it is now."""
    if settings().deletions.exists():
        shutil.copyfile(settings().deletions, folder / "deletions.jsonl")
    _copy_pictures(folder)


def _copy_pictures(folder: Path) -> None:
    (folder / "pictures").mkdir(exist_ok=True)
    for path in (settings().data / "pictures").glob("*.webp"):
        if not (copy := folder / "pictures" / path.name).exists():
            with suppress(FileNotFoundError):  # its author has just deleted it
                shutil.copy2(path, copy)


def _written(folder: Path, manifest: Manifest) -> Manifest:
    (folder / NAME).write_bytes(manifest.written())
    return manifest


def _fingerprints(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): fingerprint(path) for path in files}


def _pack(folder: Path, draft: Path) -> None:
    with draft.open("wb") as file:
        with tarfile.open(fileobj=file, mode="w:gz", compresslevel=5) as packed:
            packed.add(folder / NAME, NAME)  # first, so that a reader knows what follows
            for path in sorted(folder.iterdir()):
                if path.name != NAME:
                    packed.add(path, path.name)
        file.flush()
        os.fsync(file.fileno())


def fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
