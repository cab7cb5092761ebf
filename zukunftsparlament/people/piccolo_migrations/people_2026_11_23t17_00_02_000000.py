"""Indexes, by hand: Piccolo's `unique` is a syntax error on SQLite when a column is added."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T17:00:02:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes"

INDEXES = (
    "CREATE UNIQUE INDEX name_key_kind_key ON name_key (kind, key)",
    "CREATE INDEX name_key_member ON name_key (member)",
    "CREATE UNIQUE INDEX seat_number ON seat (number)",
    "CREATE UNIQUE INDEX seat_member ON seat (member)",
    "CREATE UNIQUE INDEX card_batch_number ON card_batch (number)",
    "CREATE UNIQUE INDEX card_member ON card (member)",
    "CREATE UNIQUE INDEX card_code_hash ON card (code_hash)",
    "CREATE UNIQUE INDEX staff_name ON staff (lower(name))",
    "CREATE UNIQUE INDEX session_token_hash ON session (token_hash)",
    "CREATE INDEX session_member ON session (member)",
    "CREATE INDEX session_staff ON session (staff)",
    "CREATE INDEX message_member_at ON message (member, at)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="people", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
