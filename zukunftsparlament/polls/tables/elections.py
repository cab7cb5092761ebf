"""Elections, and who stands in them."""

from piccolo.columns import ForeignKey, Integer, OnDelete, Serial, SmallInt, Text, Timestamptz, Varchar
from piccolo.table import Table

from zukunftsparlament.people.tables import Member
from zukunftsparlament.sittings.tables import AgendaItem


class Election(Table, tablename="election"):
    """Persons are elected under an item of the agenda: first it is written down who stands, then come the ballots.
    Unique index (item, mark)."""

    id: Serial
    item = ForeignKey(AgendaItem, null=False, on_delete=OnDelete.restrict)
    mark = Integer(null=False)  # in addresses
    title = Text(null=False)  # what they are elected to
    office = Varchar(length=8, null=False)  # `rules.elections.Office`: what it makes of them
    shape = Varchar(length=8, null=False)  # `rules.elections.Shape`
    places = SmallInt(null=False, default=1)
    deputies = SmallInt(null=False, default=0)
    age = SmallInt(null=True, default=None)  # of a pair: one is younger than this, the other is not
    made_at = Timestamptz(null=False)
    made_by = Varchar(length=100, null=False)


class Candidacy(Table, tablename="candidacy"):
    """Somebody stands in an election. Ballots show the label, which names a seat or a letter, never a person.

    Unique indexes (election, label), (election, member).
    """

    id: Serial
    election = ForeignKey(Election, null=False, on_delete=OnDelete.restrict)
    member = ForeignKey(Member, null=True, default=None, on_delete=OnDelete.restrict)
    seat = Integer(null=True, default=None)  # number of their seat when they were named
    label = Text(null=False)
    side = Varchar(length=8, null=False, default="")  # of a pair: "younger" or "older", as told by whoever named them
    named_at = Timestamptz(null=False)
    agreed_at = Timestamptz(null=True, default=None)
    withdrew_at = Timestamptz(null=True, default=None)  # said no, or stepped back later
    accepted_at = Timestamptz(null=True, default=None)  # the election, once they were elected
    declined_at = Timestamptz(null=True, default=None)
    answered_by = Varchar(length=100, null=False, default="")  # "self", or the chair who ticked it
    named_by = Varchar(length=100, null=False, default="")  # the chair who named them, "" who came by themselves
