"""Indexes, by hand: Piccolo's `unique` is a syntax error on SQLite when a column is added."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T17:00:01:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes"

INDEXES = (
    "CREATE UNIQUE INDEX rule_set_number ON rule_set (number)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="procedure", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
