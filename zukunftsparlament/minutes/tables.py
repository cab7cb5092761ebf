from piccolo.columns import ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from zukunftsparlament.sittings.tables import Sitting


class Minutes(Table, tablename="minutes"):
    """One version of the minutes of a sitting, frozen. A correction is a new one. Unique (sitting, version)."""

    id: Serial
    sitting = ForeignKey(Sitting, null=False, on_delete=OnDelete.restrict)
    version = Integer(null=False)  # from 1
    made_at = Timestamptz(null=False)
    made_by = Varchar(length=100, null=False)
    reason = Text(null=False, default="")  # of a correction
    content = Text(null=False)  # canonical JSON
    sha256 = Varchar(length=64, null=False)  # over `content`
    public_at = Timestamptz(null=True, default=None)  # once all who must have confirmed it


class Confirmation(Table, tablename="minutes_confirmation"):
    """Somebody says that the minutes are right. Unique index (minutes, actor)."""

    id: Serial
    minutes = ForeignKey(Minutes, null=False, on_delete=OnDelete.restrict)
    actor = Varchar(length=100, null=False)  # as in the journal
    at = Timestamptz(null=False)
