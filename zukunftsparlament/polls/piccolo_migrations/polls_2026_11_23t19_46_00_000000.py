"""Indexes, by hand: see the first file of this kind."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T19:46:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes of series"

INDEXES = (
    "CREATE UNIQUE INDEX poll_series_number ON poll_series (number)",
    "CREATE INDEX poll_in_series ON poll (series, point)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="polls", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
