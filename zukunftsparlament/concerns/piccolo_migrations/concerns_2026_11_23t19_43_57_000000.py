"""Indexes of concerns."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T19:43:57:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes"

INDEXES = (
    "CREATE UNIQUE INDEX concern_keeper_staff ON concern_keeper (staff)",
    "CREATE UNIQUE INDEX concern_token ON concern (token)",
    "CREATE UNIQUE INDEX concern_box_one ON concern_box (concern, keeper)",
    "CREATE UNIQUE INDEX concern_month_month ON concern_month (month)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="concerns", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
