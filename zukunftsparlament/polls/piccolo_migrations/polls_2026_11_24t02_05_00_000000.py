"""Indexes, by hand: see the first file of this kind."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-24T02:05:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "index of seats with a slip"


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="polls", description=DESCRIPTION)

    async def make_indexes() -> None:
        await Sql("CREATE UNIQUE INDEX paper_seat_poll_seat ON paper_seat (poll, seat)").rows()

    manager.add_raw(make_indexes)
    return manager
