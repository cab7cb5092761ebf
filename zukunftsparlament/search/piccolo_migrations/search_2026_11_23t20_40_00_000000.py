"""The places of words in the order in which they are looked up: word, kind, newest text. `migrate` fills them anew.

Measured with 50,000 texts of 60 words: a search took 20 to 65 ms with the table before this one, 3 to 12 with this.
"""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T20:40:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "places by kind"

TABLE = (
    "CREATE TABLE search_occurrence (word INTEGER NOT NULL REFERENCES search_word (id) ON DELETE CASCADE, "
    "kind VARCHAR(10) NOT NULL, entry INTEGER NOT NULL REFERENCES search_entry (id) ON DELETE CASCADE, "
    "weight SMALLINT NOT NULL, PRIMARY KEY (word, kind, entry))"
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="search", description=DESCRIPTION)

    async def make() -> None:
        await Sql("DROP TABLE search_occurrence").rows()
        await Sql("DELETE FROM search_entry").rows()
        await Sql("DELETE FROM search_word").rows()
        await Sql(TABLE + (" WITHOUT ROWID" if settings().is_sqlite else "")).rows()
        await Sql("CREATE INDEX search_occurrence_entry ON search_occurrence (entry)").rows()

    manager.add_raw(make)
    return manager
