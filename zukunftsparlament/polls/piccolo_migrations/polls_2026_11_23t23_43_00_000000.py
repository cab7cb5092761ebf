"""Indexes, by hand: see the first file of this kind."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T23:43:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes of elections"

INDEXES = (
    "CREATE UNIQUE INDEX election_item_mark ON election (item, mark)",
    "CREATE UNIQUE INDEX candidacy_election_label ON candidacy (election, label)",
    "CREATE UNIQUE INDEX candidacy_election_member ON candidacy (election, member)",
    "CREATE INDEX candidacy_member ON candidacy (member)",
    "CREATE INDEX poll_election ON poll (election)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="polls", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
