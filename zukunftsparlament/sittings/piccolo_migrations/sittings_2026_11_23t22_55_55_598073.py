from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Integer
from piccolo.columns.column_types import Text
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-23T22:55:55:598073"
VERSION = "1.38.0"
DESCRIPTION = "who writes the minutes, whose absence is excused"


async def forwards():
    manager = MigrationManager(
        migration_id=ID, app_name="sittings", description=DESCRIPTION
    )

    manager.add_column(
        table_class_name="Sitting",
        tablename="sitting",
        column_name="excused",
        db_column_name="excused",
        column_class_name="Text",
        column_class=Text,
        params={
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

    manager.add_column(
        table_class_name="Sitting",
        tablename="sitting",
        column_name="minute_taker",
        db_column_name="minute_taker",
        column_class_name="Integer",
        column_class=Integer,
        params={
            "default": None,
            "null": True,
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
