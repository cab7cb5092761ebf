"""Indexes of the pictures, by hand: a picture is found by its token, and a proposal shows one at most."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T19:44:05:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes of the pictures"

INDEXES = (
    "CREATE UNIQUE INDEX picture_token ON picture (token)",
    "CREATE INDEX picture_proposal ON picture (proposal)",
    "CREATE UNIQUE INDEX picture_shown ON picture (proposal) WHERE shown_at IS NOT NULL AND removed_at IS NULL",
    "CREATE INDEX picture_kept_until ON picture (kept_until) WHERE kept_until IS NOT NULL",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="proposals", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
