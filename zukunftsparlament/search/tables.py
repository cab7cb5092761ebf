from piccolo.columns import Integer, Serial, Text, Varchar
from piccolo.table import Table


class Entry(Table, tablename="search_entry"):
    """Something that everybody may find: a released text, as it stands on its page. Made anew from the other rooms
    whenever that is needed, so it is in no backup.

    Which words are in it: `search_occurrence` (word, entry, weight), made by hand in a migration.
    """

    id: Serial
    kind = Varchar(length=10, null=False)  # proposal, comment, poll, answer
    key = Varchar(length=40, null=False)  # proposal-7, comment-12. Unique index.
    under = Varchar(length=40, null=False)  # what it is remembered and forgotten with: proposal-7, poll-3
    address = Text(null=False)
    title = Text(null=False)
    text = Text(null=False)


class Word(Table, tablename="search_word"):
    """A word, folded, that occurs in `uses` entries; gone with the last of them. Its trigrams are indexed: by FTS5
    (`search_trigram`, kept by triggers) on SQLite, by pg_trgm on PostgreSQL."""

    id: Serial
    word = Varchar(length=40, null=False)  # unique index
    uses = Integer(null=False)
