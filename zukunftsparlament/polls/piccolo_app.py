from pathlib import Path

from piccolo.conf.apps import AppConfig, table_finder

MODULES = ("elections", "polls", "ballots", "beside", "in_sitting", "paper")

APP_CONFIG = AppConfig(
    app_name="polls",
    migrations_folder_path=str(Path(__file__).parent / "piccolo_migrations"),
    table_classes=table_finder([f"zukunftsparlament.polls.tables.{name}" for name in MODULES], exclude_imported=True),
    migration_dependencies=[
        "zukunftsparlament.procedure.piccolo_app",
        "zukunftsparlament.people.piccolo_app",
        "zukunftsparlament.proposals.piccolo_app",
        "zukunftsparlament.sittings.piccolo_app",
    ],
)
