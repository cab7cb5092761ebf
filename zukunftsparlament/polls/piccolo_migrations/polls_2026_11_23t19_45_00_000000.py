"""Indexes, by hand: see the first file of this kind."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T19:45:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes of ties, wishes for secrecy, explanations"

INDEXES = (
    "CREATE UNIQUE INDEX tie_step_poll_place ON tie_step (poll, place)",
    "CREATE INDEX poll_after_tie ON poll (after_tie)",
    "CREATE UNIQUE INDEX secret_wish_poll_member ON secret_wish (poll, member)",
    "CREATE UNIQUE INDEX poll_explanation_poll ON poll_explanation (poll)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="polls", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
