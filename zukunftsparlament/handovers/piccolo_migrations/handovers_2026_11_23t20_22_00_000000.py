"""Indexes, by hand: Piccolo's `unique` is a syntax error on SQLite when a column is added."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T20:22:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes of versions, reminders, what is done"

INDEXES = (
    "CREATE UNIQUE INDEX handover_correction_version ON handover_correction (handover, version)",
    "CREATE INDEX handover_reminder_handover ON handover_reminder (handover)",
    "CREATE INDEX decision_done_decision ON decision_done (decision)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="handovers", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
