"""Indexes, by hand: Piccolo's `unique` is a syntax error on SQLite when a column is added."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T17:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes"

INDEXES = (
    "CREATE UNIQUE INDEX journal_entry_number ON journal_entry (number)",
    "CREATE UNIQUE INDEX number_given_kind ON number_given (kind)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="journal", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
