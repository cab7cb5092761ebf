"""What only votes of a sitting have: hands that are counted, money that is spent."""

from piccolo.columns import ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from zukunftsparlament.polls.tables.polls import Fund, Poll


class Teller(Table, tablename="poll_teller"):
    """Whom a chair has asked to count hands too. Unique index (poll, actor)."""

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    actor = Varchar(length=100, null=False)  # `seat:7`, or as the journal names the office


class HandCount(Table, tablename="hand_count"):
    """How many hands one of the two who count has seen. Unique index (poll, round, actor).

    Two of one round that differ count nothing, and the next round begins.
    """

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    round = Integer(null=False)  # from 1
    actor = Varchar(length=100, null=False)  # as in the journal, or `seat:7`
    counts = Text(null=False)  # JSON: hands by choice
    at = Timestamptz(null=False)


class FundEntry(Table, tablename="fund_entry"):
    """What came in or went out. Nothing is ever changed: an entry that no longer holds gets another one against it.
    Unique indexes (fund, place), (reverses)."""

    id: Serial
    fund = ForeignKey(Fund, null=False, on_delete=OnDelete.restrict)
    place = Integer(null=False)  # from 1
    at = Timestamptz(null=False)
    actor = Varchar(length=100, null=False)
    cents = Integer(null=False)  # what went out stands below zero
    poll = ForeignKey(Poll, null=True, default=None, on_delete=OnDelete.restrict)  # that decided it
    choice = Varchar(length=10, null=False, default="")  # what of it is paid: "yes", "1" …
    reason = Text(null=False, default="")
    reverses: "ForeignKey[FundEntry]" = ForeignKey("self", null=True, default=None, on_delete=OnDelete.restrict)
