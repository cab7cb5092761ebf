"""Votes on paper, beside the phones: slips that were printed, who was given one, what two people have entered.

All rows go when the poll is counted, or when it is void; how many slips there were stays with the poll.
"""

from piccolo.columns import Bytea, ForeignKey, Integer, OnDelete, Serial, Varchar
from piccolo.table import Table

from zukunftsparlament.people.tables import Member
from zukunftsparlament.polls.tables.polls import Poll


class PaperSlip(Table, tablename="paper_slip"):
    """A slip that was drawn for printing, of a secret poll. Nobody knows who takes which.
    Unique index (poll, receipt).
    """

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    receipt = Varchar(length=80, null=False)


class PaperSeat(Table, tablename="paper_seat"):
    """A seat that was given a slip of a poll that waits to be opened. At the opening whoever is in the room for it
    becomes a paper voter, and these rows go. Unique index (poll, seat)."""

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    seat = Integer(null=False)


class PaperVoter(Table, tablename="paper_voter"):
    """Somebody on the roll votes on paper, and not by phone. Written at the opening. Never what they vote.
    Unique index (poll, member)."""

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    member = ForeignKey(Member, null=False, on_delete=OnDelete.restrict)


class PaperEntry(Table, tablename="paper_entry"):
    """One of the two who enter the slips has done so: a fingerprint made with the server's key, and no choice.

    Two of one round that differ count nothing, and the next round begins. Unique index (poll, round, actor).
    """

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    round = Integer(null=False)  # from 1
    actor = Varchar(length=100, null=False)  # as in the journal
    fingerprint = Bytea(null=False)
