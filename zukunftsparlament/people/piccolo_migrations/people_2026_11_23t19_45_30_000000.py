"""Nobody goes twice at once."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T19:45:30:000000"
VERSION = "1.38.0"
DESCRIPTION = "index of departures"

INDEX = "CREATE UNIQUE INDEX departure_member ON departure (member)"


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="people", description=DESCRIPTION)

    async def make_index() -> None:
        await Sql(INDEX).rows()

    manager.add_raw(make_index)
    return manager
