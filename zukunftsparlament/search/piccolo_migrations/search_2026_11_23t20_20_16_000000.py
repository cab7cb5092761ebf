"""What finds words by three letters in a row: FTS5 on SQLite, pg_trgm on PostgreSQL. By hand: Piccolo knows neither.

FTS5 keeps only the trigrams and looks the words up in their table; two triggers keep both together. On PostgreSQL the
threshold belongs to the function, so that no connection has to be told.
"""

from asyncpg.exceptions import InsufficientPrivilegeError
from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.settings import WrongSettings, settings
from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T20:20:16:000000"
VERSION = "1.38.0"
DESCRIPTION = "trigrams"

BOTH = (
    "CREATE UNIQUE INDEX search_entry_key ON search_entry (key)",
    "CREATE INDEX search_entry_under ON search_entry (under)",
    "CREATE UNIQUE INDEX search_word_word ON search_word (word)",
    "CREATE INDEX search_word_unused ON search_word (id) WHERE uses = 0",
    "CREATE TABLE search_occurrence (word INTEGER NOT NULL REFERENCES search_word (id) ON DELETE CASCADE, "
    "entry INTEGER NOT NULL REFERENCES search_entry (id) ON DELETE CASCADE, weight SMALLINT NOT NULL, "
    "PRIMARY KEY (word, entry))",
    "CREATE INDEX search_occurrence_entry ON search_occurrence (entry)",
)
SQLITE = (
    "CREATE VIRTUAL TABLE search_trigram USING fts5 "
    "(word, content='search_word', content_rowid='id', tokenize='trigram', detail='none')",
    "CREATE TRIGGER search_word_added AFTER INSERT ON search_word BEGIN "
    "INSERT INTO search_trigram (rowid, word) VALUES (new.id, new.word); END",
    "CREATE TRIGGER search_word_removed AFTER DELETE ON search_word BEGIN "
    "INSERT INTO search_trigram (search_trigram, rowid, word) VALUES ('delete', old.id, old.word); END",
)
POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX search_word_trigram ON search_word USING gin (word gin_trgm_ops)",
    "CREATE FUNCTION search_similar (wanted text) RETURNS TABLE (id integer, word text, uses integer) "
    "LANGUAGE sql STABLE SET pg_trgm.similarity_threshold = 0.2 AS "
    "$$ SELECT w.id, CAST(w.word AS text), w.uses FROM search_word w "
    "WHERE w.word % wanted OR w.word LIKE '%' || wanted || '%' ORDER BY similarity(w.word, wanted) DESC LIMIT 60 $$",
)
NOT_ALLOWED = (
    "PostgreSQL erlaubt diesem Benutzer die Erweiterung pg_trgm nicht, die die Suche braucht. Bitte einmal als "
    "Verwalter der Datenbank ausführen: CREATE EXTENSION pg_trgm; und dann noch einmal: zukunftsparlament migrate"
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="search", description=DESCRIPTION)

    async def make() -> None:
        try:
            for statement in (*BOTH, *(SQLITE if settings().is_sqlite else POSTGRESQL)):
                await Sql(statement).rows()
        except InsufficientPrivilegeError as error:
            raise WrongSettings(NOT_ALLOWED) from error

    manager.add_raw(make)
    return manager
