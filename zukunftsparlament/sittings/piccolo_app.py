from pathlib import Path

from piccolo.conf.apps import AppConfig, table_finder

APP_CONFIG = AppConfig(
    app_name="sittings",
    migrations_folder_path=str(Path(__file__).parent / "piccolo_migrations"),
    table_classes=table_finder(["zukunftsparlament.sittings.tables"], exclude_imported=True),
    migration_dependencies=[
        "zukunftsparlament.procedure.piccolo_app",
        "zukunftsparlament.people.piccolo_app",
        "zukunftsparlament.proposals.piccolo_app",
    ],
)
