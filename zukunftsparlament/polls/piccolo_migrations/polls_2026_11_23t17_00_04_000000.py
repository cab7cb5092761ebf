"""Indexes, by hand: Piccolo's `unique` is a syntax error on SQLite when a column is added."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T17:00:04:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes"

INDEXES = (
    "CREATE UNIQUE INDEX poll_number ON poll (number)",
    "CREATE INDEX poll_proposal ON poll (proposal)",
    "CREATE UNIQUE INDEX on_roll_poll_member ON on_roll (poll, member)",
    "CREATE INDEX on_roll_member ON on_roll (member)",
    "CREATE UNIQUE INDEX turnout_poll_member ON turnout (poll, member)",
    "CREATE INDEX sealed_ballot_poll ON sealed_ballot (poll)",
    "CREATE INDEX ballot_poll ON ballot (poll)",
    "CREATE UNIQUE INDEX open_vote_poll_member ON open_vote (poll, member)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="polls", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
