from pathlib import Path

from piccolo.conf.apps import AppConfig, table_finder

APP_CONFIG = AppConfig(
    app_name="minutes",
    migrations_folder_path=str(Path(__file__).parent / "piccolo_migrations"),
    table_classes=table_finder(["zukunftsparlament.minutes.tables"], exclude_imported=True),
    migration_dependencies=["zukunftsparlament.sittings.piccolo_app"],
)
