from piccolo.columns import Bytea, Date, ForeignKey, Integer, OnDelete, Serial, Timestamptz, Varchar
from piccolo.table import Table

from zukunftsparlament.people.tables import Staff


class Keeper(Table, tablename="concern_keeper"):
    """One of the two who may read concerns. Their private key opens only with their own passphrase.

    Ended with the account, and with a new passphrase: then the private key opens for nobody any more.
    """

    id: Serial
    staff = ForeignKey(Staff, null=False, on_delete=OnDelete.restrict)  # unique index
    public_key = Bytea(null=False)
    sealed_private = Bytea(null=False)  # with a key out of passphrase, salt and server.key
    salt = Bytea(null=False)
    passphrase_print = Varchar(length=64, null=False)  # SHA-256 of the hash of the passphrase that opens it
    since = Timestamptz(null=False)


class Concern(Table, tablename="concern"):
    """ "Ich mache mir Sorgen um jemanden", sealed. Nothing in this row says who wrote it, or at what time of the day.

    Half of what opens it lies in `keys/concerns/TOKEN.key`, never in the store and never in a backup of it.
    """

    id: Serial
    token = Varchar(length=32, null=False)  # unique index
    day = Date(null=False)


class Box(Table, tablename="concern_box"):
    """The words of one concern for one keeper; always of the same length. Unique index (concern, keeper)."""

    id: Serial
    concern = ForeignKey(Concern, null=False, on_delete=OnDelete.cascade)
    keeper = ForeignKey(Keeper, null=False, on_delete=OnDelete.cascade)
    box = Bytea(null=False)


class Month(Table, tablename="concern_month"):
    """How many concerns came in a month: all that stays of them. Unique index on month."""

    id: Serial
    month = Varchar(length=7, null=False)  # YYYY-MM
    number = Integer(null=False)
