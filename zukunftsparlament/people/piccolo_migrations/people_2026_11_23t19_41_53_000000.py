"""Names of accounts count as they are folded: SQLite's lower() knows no umlaut. Indexes of waiting pseudonyms."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.picture_words import fold
from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T19:41:53:000000"
VERSION = "1.38.0"
DESCRIPTION = "folded names of accounts, indexes of name_wish"

STATEMENTS = (
    "DROP INDEX staff_name",
    "CREATE UNIQUE INDEX staff_folded ON staff (folded)",
    "CREATE UNIQUE INDEX name_wish_token ON name_wish (token)",
    "CREATE UNIQUE INDEX name_wish_waiting ON name_wish (member) WHERE decided_at IS NULL",
    "CREATE INDEX name_wish_member ON name_wish (member)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="people", description=DESCRIPTION)

    async def fold_names() -> None:
        known: set[str] = set()
        for row in await Sql("SELECT id, name FROM staff ORDER BY id").rows():
            # Two that were two before and are one now: the older keeps the name, the other gets a number behind it.
            folded = fold(row["name"]) if fold(row["name"]) not in known else f"{fold(row['name'])}{row['id']}"
            known.add(folded)
            await Sql("UPDATE staff SET folded = $2 WHERE id = $1").rows(row["id"], folded)
        for statement in STATEMENTS:
            await Sql(statement).rows()

    manager.add_raw(fold_names)
    return manager
