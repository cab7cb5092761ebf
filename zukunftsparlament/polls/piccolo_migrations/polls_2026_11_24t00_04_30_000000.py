"""Indexes, by hand: see the first file of this kind."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-24T00:04:30:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes of votes on paper"

INDEXES = (
    "CREATE UNIQUE INDEX paper_slip_poll_receipt ON paper_slip (poll, receipt)",
    "CREATE UNIQUE INDEX paper_voter_poll_member ON paper_voter (poll, member)",
    "CREATE INDEX paper_voter_member ON paper_voter (member)",
    "CREATE UNIQUE INDEX paper_entry_poll_round_actor ON paper_entry (poll, round, actor)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="polls", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
