"""Bring the store to the shape that this version of the program expects."""

import contextlib
import io
from pathlib import Path

from zukunftsparlament.kernel.database import engine
from zukunftsparlament.kernel.sql import Sql

ROOMS = Path(__file__).parents[1]


async def migrate() -> list[str]:
    """Run what has not run yet. Returns Piccolo's lines about each step; raises what the store raises."""
    said = io.StringIO()
    if not await is_current():
        from piccolo.apps.migrations.commands.forwards import run_forwards  # 0.1 s that no other start needs

        with contextlib.redirect_stdout(said):
            await run_forwards(app_name="all")
    return [line for line in said.getvalue().splitlines() if line.strip()]


async def is_current() -> bool:
    """Whether every migration in the program has run on this store. Cheap: the usual answer at a start is yes."""
    if not await has_tables():
        return False
    ran = {row["name"] for row in await Sql("SELECT name FROM migration").rows()}
    return all(name in ran for name in known())


async def has_tables() -> bool:
    if engine().engine_type == "sqlite":
        return bool(await Sql("SELECT 1 FROM sqlite_master WHERE name = 'migration'").rows())
    return bool(await Sql("SELECT 1 FROM pg_tables WHERE tablename = 'migration'").rows())


def known() -> list[str]:
    """The IDs of all migrations, read off their file names without importing them."""
    return [_id_of(path.stem) for path in ROOMS.glob("*/piccolo_migrations/*_20*.py")]


def _id_of(stem: str) -> str:
    """`polls_2026_11_23t17_00_04_000000` → `2026-11-23T17:00:04:000000`"""
    day, time = stem[stem.index("_20") + 1 :].split("t")
    return f"{day.replace('_', '-')}T{time.replace('_', ':')}"
