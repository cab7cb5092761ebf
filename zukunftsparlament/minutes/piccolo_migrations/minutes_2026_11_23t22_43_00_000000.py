"""Indexes, by hand: see the first file of this kind."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T22:43:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes of minutes"

INDEXES = (
    "CREATE UNIQUE INDEX minutes_version ON minutes (sitting, version)",
    "CREATE UNIQUE INDEX minutes_confirmation_actor ON minutes_confirmation (minutes, actor)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="minutes", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
