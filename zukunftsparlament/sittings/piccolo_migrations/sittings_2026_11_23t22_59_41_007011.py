from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Integer
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-23T22:59:41:007011"
VERSION = "1.38.0"
DESCRIPTION = "the seat for which somebody speaks"


async def forwards():
    manager = MigrationManager(
        migration_id=ID, app_name="sittings", description=DESCRIPTION
    )

    manager.add_column(
        table_class_name="SpeakingTurn",
        tablename="speaking_turn",
        column_name="seat",
        db_column_name="seat",
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
