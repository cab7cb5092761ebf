"""Who may vote, who has, and what is in the box."""

from piccolo.columns import Bytea, ForeignKey, Integer, OnDelete, Serial, Text, Varchar
from piccolo.table import Table

from zukunftsparlament.people.tables import Member
from zukunftsparlament.polls.tables.polls import Poll


class OnRoll(Table, tablename="on_roll"):
    """The electoral roll: who may vote in this poll, frozen when it opens. Unique index (poll, member)."""

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    member = ForeignKey(Member, null=False, on_delete=OnDelete.restrict)
    seat = Integer(null=True, default=None)  # number of the seat, in a vote by name: it stays when the name goes


class Turnout(Table, tablename="turnout"):
    """That somebody on the roll has voted in a secret poll. Never what.

    No time. Its order may be known: ballots are sealed, so order pairs a voter with a closed box
    at most. Rows go when the poll is counted. Unique index (poll, member).
    """

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    member = ForeignKey(Member, null=False, on_delete=OnDelete.restrict)


class SealedBallot(Table, tablename="sealed_ballot"):
    """A closed box. Rows go when the poll is counted, or when it is void."""

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    box = Bytea(null=False)


class Ballot(Table, tablename="ballot"):
    """An opened ballot of a secret poll, written in receipt order by the count."""

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    receipt = Varchar(length=80, null=False)
    choice = Text(null=False)  # JSON list


class OpenVote(Table, tablename="open_vote"):
    """What somebody chose in an open poll, changeable until it closes; then only the counts stay.
    Unique index (poll, member)."""

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    member = ForeignKey(Member, null=False, on_delete=OnDelete.restrict)
    choice = Text(null=False)  # JSON list
