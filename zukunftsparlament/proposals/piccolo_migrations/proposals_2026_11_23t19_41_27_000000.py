"""Indexes of removals."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T19:41:27:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes of removals"

INDEXES = (
    "CREATE UNIQUE INDEX removal_token ON removal (token)",
    "CREATE INDEX removal_author ON removal (author)",
    "CREATE INDEX removal_unwiped ON removal (removed_at) WHERE wiped_at IS NULL",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="proposals", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
