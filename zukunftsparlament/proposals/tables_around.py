"""Tables around a released proposal: its versions, and who belongs to it."""

from piccolo.columns import ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from zukunftsparlament.people.tables import Member
from zukunftsparlament.proposals.tables import Proposal


class Version(Table, tablename="proposal_version"):
    """What a proposal said, or is to say. An edit gets its number at its release, as proposals do.

    A proposal that was never edited has none. Unique indexes: (proposal, number), and one open edit for each proposal.
    """

    id: Serial
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    number = Integer(null=True, default=None)  # from 1, which is the text as it was released; null: not public
    token = Varchar(length=32, null=False)  # address while held. Unique index.
    author = ForeignKey(Member, null=True, on_delete=OnDelete.restrict)  # who has edited; null: a former member
    title = Text(null=False, default="")
    text = Text(null=False, default="")
    reason = Text(null=False, default="")
    for_whom = Text(null=False, default="")
    topic = Varchar(length=20, null=False, default="")
    place = Text(null=False, default="")
    changed_at = Timestamptz(null=False)
    submitted_at = Timestamptz(null=True, default=None)
    held_because = Text(null=False, default="")
    asked_back_at = Timestamptz(null=True, default=None)
    declined_at = Timestamptz(null=True, default=None)
    office_words = Text(null=False, default="")
    released_at = Timestamptz(null=True, default=None)
    picture = Varchar(length=10, null=False, default="")  # new, gone; once released: rules.pictures.PictureChange
    alt = Text(null=False, default="")  # of an open edit: what is on the picture, the new one or the one that stays


class CoAuthor(Table, tablename="co_author"):
    """Somebody who has joined the author. Unique index (proposal, member)."""

    id: Serial
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    member = ForeignKey(Member, null=False, on_delete=OnDelete.cascade)
    joined_at = Timestamptz(null=False)


class Invitation(Table, tablename="invitation"):
    """A code with which one person may join. Goes when it was used or taken back. Unique: proposal, code_hash."""

    id: Serial
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    made_by = ForeignKey(Member, null=False, on_delete=OnDelete.cascade)
    code_hash = Varchar(length=64, null=False)  # SHA-256 of the code (60 bits), which is shown once
    ends_at = Timestamptz(null=False)


class Follower(Table, tablename="follower"):
    """Somebody wants to hear what becomes of it without backing it. Unique index (proposal, member)."""

    id: Serial
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    member = ForeignKey(Member, null=False, on_delete=OnDelete.cascade)


class Merging(Table, tablename="merging"):
    """A moderator's offer to put `source` into `target`. Unique index: one open offer for each source."""

    id: Serial
    token = Varchar(length=32, null=False)  # unique index
    source = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    target = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    words = Text(null=False, default="")  # to both authors: why they belong together
    made_by = Varchar(length=80, null=False)  # as in the journal
    made_at = Timestamptz(null=False)
    ends_at = Timestamptz(null=False)
    source_yes_at = Timestamptz(null=True, default=None)
    target_yes_at = Timestamptz(null=True, default=None)
    ended_at = Timestamptz(null=True, default=None)
    outcome = Varchar(length=10, null=False, default="")  # merged, refused, over
