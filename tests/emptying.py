"""An empty store again, and everything that the program keeps beside it."""

import shutil

from piccolo.conf.apps import Finder

from zukunftsparlament.kernel import database, place, recently
from zukunftsparlament.kernel.public_memory import memory
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals import pace

# TRUNCATE makes new files for every table and index of the program: 80 ms. Few tables have rows, and deleting takes 5.
NO_REFERENCES_ARE_CHECKED = Sql("SET LOCAL session_replication_role = replica")
MADE_BY_HAND = ("search_occurrence",)  # no class of ours, and no cascade reaches it where references are not checked
COUNT_FROM_ONE = Sql(
    "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) "
    "FROM pg_sequences WHERE last_value IS NOT NULL"
)
TABLES = Sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'")


async def empty() -> None:
    async with database.writing():
        if settings().is_sqlite:
            await Sql("PRAGMA defer_foreign_keys = ON").rows()
            tables = [table._meta.tablename for table in Finder().get_table_classes()]
        else:
            await NO_REFERENCES_ARE_CHECKED.rows()
            await COUNT_FROM_ONE.rows()
            tables = [row["tablename"] for row in await TABLES.rows()]
        for table in await _filled(tables):
            await Sql(f"DELETE FROM {table}").rows()
    _forget()


async def new_files() -> None:
    """For tests that read the store's own files: PostgreSQL puts new rows where old ones were, in any order."""
    if not settings().is_sqlite:
        await Sql(f"TRUNCATE {', '.join(row['tablename'] for row in await TABLES.rows())} RESTART IDENTITY").rows()


async def _filled(tables: list[str]) -> list[str]:
    looks = (f"SELECT '{table}' AS name WHERE EXISTS (SELECT 1 FROM {table})" for table in tables)
    return [row["name"] for row in await Sql(" UNION ALL ".join(looks)).rows()]


def _forget() -> None:
    settings().deletions.unlink(missing_ok=True)
    for left in (*(settings().keys / "polls").glob("*"), *(settings().keys / "wiping").glob("*.mark")):
        left.unlink()
    shutil.rmtree(settings().data / "pictures", ignore_errors=True)
    memory.forget()
    recently.forget()
    pace.forget()
    place.stands_in(place.DEFAULT, "")
