from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Varchar
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-24T02:05:50:341577"
VERSION = "1.38.0"
DESCRIPTION = "the option that a decision is about"


async def forwards():
    manager = MigrationManager(
        migration_id=ID, app_name="handovers", description=DESCRIPTION
    )

    manager.add_column(
        table_class_name="Decision",
        tablename="handed_decision",
        column_name="choice",
        db_column_name="choice",
        column_class_name="Varchar",
        column_class=Varchar,
        params={
            "length": 10,
            "default": "",
            "null": False,
            "primary_key": False,
            "unique": False,
            "index": False,
            "index_method": IndexMethod.btree,
            "choices": None,
            "db_column_name": None,
            "secret": False,
        },
        schema=None,
    )

    return manager
