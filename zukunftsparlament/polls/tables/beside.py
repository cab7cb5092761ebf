"""What stands beside a count: steps after a tie, wishes, explanations, key cards."""

from piccolo.columns import Bytea, ForeignKey, Integer, OnDelete, Serial, SmallInt, Text, Timestamptz, Varchar
from piccolo.table import Table

from zukunftsparlament.people.tables import Member
from zukunftsparlament.polls.tables.polls import Poll


class TieStep(Table, tablename="tie_step"):
    """What was chosen after a tie: a dated fact. The count itself is never edited. Unique index (poll, place).

    A tie may need several: a vote on the way, then the lot that it has chosen.
    """

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    place = Integer(null=False)  # from 1
    at = Timestamptz(null=False)
    actor = Varchar(length=100, null=False)
    way = Varchar(length=10, null=False)  # `rules.Way`
    follow_up = ForeignKey(Poll, null=True, default=None, on_delete=OnDelete.restrict)  # run-off, or vote on the way
    winners = Text(null=False, default="[]")  # JSON list of choices, where the step itself has settled it
    reason = Text(null=False, default="")  # of a chair who decides
    lot = Text(null=False, default="{}")  # JSON: commitment, later revealed and word
    shares = Text(null=False, default="[]")  # JSON: whole cents for each of the winners, where money was split
    stepped_back = Varchar(length=10, null=False, default="")  # the choice of a candidate who makes way for the others


class Stir(Table, tablename="lot_stir"):
    """A picture that somebody in the room has mixed into a sealed lot. Unique index (poll, place, seat)."""

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    place = Integer(null=False)  # of the step after the tie that sealed the lot
    seat = Integer(null=False)  # whose vote they hold
    picture = Varchar(length=40, null=False)  # a picture word


class SecretWish(Table, tablename="secret_wish"):
    """Somebody asks for a secret vote. Nobody sees who. Rows go when it is granted, and when the poll opens or is void.
    Unique index (poll, member)."""

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    member = ForeignKey(Member, null=False, on_delete=OnDelete.restrict)


class Explanation(Table, tablename="poll_explanation"):
    """Beside the question of an open poll: how many did not understand it, and what the chairs said then.

    Who did not understand is stored nowhere. Unique index (poll).
    """

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    unclear = Integer(null=False, default=0)
    text = Text(null=False, default="")
    written_at = Timestamptz(null=True, default=None)
    earlier = Text(null=False, default="[]")  # JSON list of {"text", "at"}: what stood here before, the oldest first


class KeyCard(Table, tablename="poll_key_card"):
    """One of the three cards of a two-key ballot box. What opens is on the card and nowhere else: here is what locks.

    Rows go when the poll is counted, or when it is void. Unique indexes (poll, place), (poll, keeper).
    """

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    place = SmallInt(null=False)  # 1, 2, 3: which share of the poll's key it opens
    keeper = Varchar(length=100, null=False)  # as the journal names them: `chair:SEAT`, `office:NAME`
    public_key = Bytea(null=False)  # its share is sealed with it
    confirmed_at = Timestamptz(null=True, default=None)  # the keeper has shown that they hold it
    share = Bytea(null=True, default=None)  # from the opening on, sealed for this card
    turned_at = Timestamptz(null=True, default=None)  # the first of two cards at the count
    turned_share = Bytea(null=True, default=None)  # the share of the card that was turned first, sealed for this one
