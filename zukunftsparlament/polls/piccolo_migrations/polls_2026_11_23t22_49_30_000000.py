"""Indexes, by hand: see the first file of this kind."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T22:49:30:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes of key cards"

INDEXES = (
    "CREATE UNIQUE INDEX key_card_poll_place ON poll_key_card (poll, place)",
    "CREATE UNIQUE INDEX key_card_poll_keeper ON poll_key_card (poll, keeper)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="polls", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
