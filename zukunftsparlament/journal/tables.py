from piccolo.columns import Integer, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table


class Entry(Table, tablename="journal_entry"):
    """One official act. Rows are only ever added; `hash` covers the row and the hash before it."""

    id: Serial
    number = Integer(null=False)  # 1, 2, 3 … without a gap. Unique index.
    at = Timestamptz(null=False)
    actor = Varchar(length=100, null=False)  # office:NAME, chair:SEAT, moderator, system; never a young person
    verb = Varchar(length=60, null=False)
    subject_kind = Varchar(length=40, null=False)
    subject_number = Integer(null=True)
    details = Text(null=False, default="")  # canonical JSON of official facts, no free text of young people
    hash = Varchar(length=64, null=False)


class Counter(Table, tablename="number_given"):
    """The highest number given to each kind of thing. Numbers are never given twice. Unique index on kind."""

    id: Serial
    kind = Varchar(length=20, null=False)
    highest = Integer(null=False)
