"""Indexes, by hand: Piccolo's `unique` is a syntax error on SQLite when a column is added."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T17:00:05:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes"

INDEXES = (
    "CREATE UNIQUE INDEX handover_number ON handover (number)",
    "CREATE UNIQUE INDEX handed_decision_handover_number ON handed_decision (handover, number)",
    "CREATE INDEX handed_decision_poll ON handed_decision (poll)",
    "CREATE INDEX handed_decision_proposal ON handed_decision (proposal)",
    "CREATE INDEX answer_decision ON answer (decision)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="handovers", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
