from piccolo.columns import (
    Boolean,
    Date,
    ForeignKey,
    Integer,
    OnDelete,
    Serial,
    SmallInt,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.table import Table


class Municipality(Table, tablename="municipality"):
    """One row: where this installation stands, and whom to ask for help."""

    id: Serial
    name = Varchar(length=100, null=False)
    parliament = Varchar(length=100, null=False)  # what the parliament calls itself
    contact = Text(null=False)  # the youth office: JSON {"name", "place", "phone", "email"}


class School(Table, tablename="school"):
    id: Serial
    name = Varchar(length=100, null=False)
    short = Varchar(length=30, null=False)
    kind = Varchar(length=20, null=False)  # primary, special, secondary
    pupils = Integer(null=True, default=None)  # where the rules of procedure give seats by size


class Member(Table, tablename="member"):
    """A young person. These eight columns are all that is known; a deleted one keeps only its id."""

    id: Serial
    name = Varchar(length=60, null=True)  # the pseudonym
    school = ForeignKey(School, null=True, on_delete=OnDelete.restrict)
    role = Varchar(length=10, null=True)  # young, member, deputy, chair, moderator
    premoderated_until = Varchar(length=7, null=True)  # YYYY-MM of the 14th birthday
    delete_after = Varchar(length=7, null=True)  # YYYY-MM of the 20th birthday
    card_name = Varchar(length=40, null=True)  # "Igel 27"
    created_month = Varchar(length=7, null=True)


class NameKey(Table, tablename="name_key"):
    """What makes a pseudonym or card name unique: its folded look (NFKC, casefold, UTS 39 skeleton)."""

    id: Serial
    member = ForeignKey(Member, null=False, on_delete=OnDelete.cascade)
    kind = Varchar(length=10, null=False)  # name, card
    key = Varchar(length=120, null=False)  # unique together with kind


class Seat(Table, tablename="seat"):
    """One of the seats of the parliament; empty when nobody sits in it."""

    id: Serial
    number = Integer(null=False)  # 1 … 18. Unique index.
    school = ForeignKey(School, null=True, on_delete=OnDelete.restrict)  # null: lives here, learns elsewhere
    place = SmallInt(null=False)  # the first or second seat of that school
    member = ForeignKey(Member, null=True, on_delete=OnDelete.restrict)  # unique index
    last_day = Date(null=True, default=None)  # of whoever sits there. No reason is kept
    deputy = ForeignKey(Member, null=True, on_delete=OnDelete.restrict)


class CardBatch(Table, tablename="card_batch"):
    id: Serial
    number = Integer(null=False)
    school = ForeignKey(School, null=True, on_delete=OnDelete.restrict)
    size = Integer(null=False)
    premoderated_until = Varchar(length=7, null=True)
    delete_after = Varchar(length=7, null=False)
    made_at = Timestamptz(null=False)
    made_by = Varchar(length=60, null=False)


class Card(Table, tablename="card"):
    """How a member signs in. The secrets themselves are on paper only."""

    id: Serial
    member = ForeignKey(Member, null=False, on_delete=OnDelete.cascade)  # unique index
    batch = ForeignKey(CardBatch, null=True, on_delete=OnDelete.restrict)
    code_hash = Varchar(length=64, null=False)  # SHA-256 of the code in the QR. Unique index.
    words_hash = Text(null=False)  # argon2id of the five folded words
    replaced = SmallInt(null=False, default=0)  # how often


class Staff(Table, tablename="staff"):
    """An account of the youth office. Adults, so no pseudonym."""

    id: Serial
    name = Varchar(length=60, null=False)
    folded = Varchar(length=120, null=False, default="")  # the name as it counts (picture_words.fold). Unique index.
    role = Varchar(length=10, null=False)  # office
    passphrase_hash = Text(null=False)
    sealed_totp = Text(null=False)  # sealed with server.key
    last_totp_step = Integer(null=False, default=0)  # a code is good once
    ended_at = Timestamptz(null=True, default=None)


class Session(Table, tablename="session"):
    """Somebody is signed in on a device. Deleted at sign-out; never written back."""

    id: Serial
    token_hash = Varchar(length=64, null=False)  # SHA-256 of 256 random bits. Unique index.
    member = ForeignKey(Member, null=True, on_delete=OnDelete.cascade)
    staff = ForeignKey(Staff, null=True, on_delete=OnDelete.cascade)
    own_device = Boolean(null=False)
    started_at = Timestamptz(null=False)
    seen_at = Timestamptz(null=False)  # every five minutes at most, own device: once a day; never by a vote
    confirmed_at = Timestamptz(null=True, default=None)  # staff: passphrase and code were asked again


class Message(Table, tablename="message"):
    """What somebody is told on "Meins", in a sentence made from `kind` and `facts`."""

    id: Serial
    member = ForeignKey(Member, null=False, on_delete=OnDelete.cascade)
    at = Timestamptz(null=False)
    kind = Varchar(length=40, null=False)
    facts = Text(null=False, default="{}")  # JSON
    address = Varchar(length=200, null=False, default="")
    seen_at = Timestamptz(null=True, default=None)


class NameWish(Table, tablename="name_wish"):
    """An own pseudonym that somebody has asked for. Until it is released the old one stays everywhere.

    Once decided the name goes from here; the row stays for a month, so that nobody changes names all the time.
    Unique index: one that waits for each member.
    """

    id: Serial
    token = Varchar(length=32, null=False)  # unique index
    member = ForeignKey(Member, null=False, on_delete=OnDelete.cascade)
    name = Varchar(length=60, null=False)
    asked_at = Timestamptz(null=False)
    decided_at = Timestamptz(null=True, default=None)
    outcome = Varchar(length=10, null=False, default="")  # released, refused


class Departure(Table, tablename="departure"):
    """Somebody goes. From this row on they are nobody; it goes last of all, when nothing of theirs is left anywhere.
    So whoever is killed in between finds here what is still to do. Unique index (member)."""

    id: Serial
    member = ForeignKey(Member, null=False, on_delete=OnDelete.restrict)
    with_texts = Boolean(null=False, default=False)  # what they have written goes, too
