"""An index by hand: which number was the last one before today, for the order that is mixed by day."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T20:48:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "index of releases"


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="proposals", description=DESCRIPTION)

    async def make_index() -> None:
        await Sql("CREATE INDEX proposal_released_at ON proposal (released_at)").rows()

    manager.add_raw(make_index)
    return manager
