from piccolo.columns import Boolean, Date, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from zukunftsparlament.people.tables import Member
from zukunftsparlament.procedure.tables import RuleSet
from zukunftsparlament.proposals.tables import Proposal


class Sitting(Table, tablename="sitting"):
    """A meeting of the parliament. Its state is derived from its times (`rules.state`)."""

    id: Serial
    number = Integer(null=False)  # unique index
    kind = Varchar(length=12, null=False)  # official, unofficial, rehearsal
    title = Text(null=False, default="")
    starts_at = Timestamptz(null=False)
    ends_at = Timestamptz(null=True, default=None)  # planned
    place = Text(null=False, default="")
    hint = Text(null=False, default="")  # what to bring, how to get there
    wifi = Text(null=False, default="")  # shown on the projector
    rule_set = ForeignKey(RuleSet, null=False, on_delete=OnDelete.restrict)  # the version valid on its day
    urgent_reason = Text(null=False, default="")  # with one the shorter invitation period holds
    late_reason = Text(null=False, default="")  # why the invitation goes out although the period is over
    second_call_of: "ForeignKey[Sitting]" = ForeignKey("self", null=True, default=None, on_delete=OnDelete.restrict)
    created_at = Timestamptz(null=False)
    created_by = Varchar(length=100, null=False)
    invited_at = Timestamptz(null=True, default=None)
    cancelled_at = Timestamptz(null=True, default=None)
    cancel_reason = Text(null=False, default="")
    opened_at = Timestamptz(null=True, default=None)
    paused_at = Timestamptz(null=True, default=None)
    paused_until = Timestamptz(null=True, default=None)
    closed_at = Timestamptz(null=True, default=None)
    bell = Integer(null=True, default=None)  # number of the seat of the chair who leads right now
    due = Text(null=False, default="{}")  # JSON: a step that cannot be taken back, waiting for its countdown
    due_at = Timestamptz(null=True, default=None)
    screen_token = Varchar(length=32, null=False)  # whoever has it sees the projector. Unique index.
    join_token = Varchar(length=32, null=False)  # in the QR by which members say "I am here". Unique index.
    next_at = Timestamptz(null=True, default=None)  # the next sitting, as agreed in this one
    next_place = Text(null=False, default="")
    minute_taker = Integer(null=True, default=None)  # number of the seat that writes along, named by a chair
    excused = Text(null=False, default="")  # JSON list of seats that said they cannot come; "" as long as nobody asked


class AgendaItem(Table, tablename="agenda_item"):
    """Unique index (sitting, mark). Its number, 3.1, is its place in the tree and is worked out, not stored."""

    id: Serial
    sitting = ForeignKey(Sitting, null=False, on_delete=OnDelete.restrict)
    mark = Integer(null=False)  # in addresses: stays the same when items are moved
    parent: "ForeignKey[AgendaItem]" = ForeignKey("self", null=True, default=None, on_delete=OnDelete.restrict)
    place = Integer(null=False)  # among those of the same parent
    kind = Varchar(length=12, null=False)  # `rules.ItemKind`
    title = Text(null=False)
    text = Text(null=False, default="")
    owner = Text(null=False, default="")  # who presents it: a seat, the office, a guest. Never a young person's name.
    minutes = Integer(null=True, default=None)  # estimated
    public = Boolean(null=False, default=True)
    proposal = ForeignKey(Proposal, null=True, default=None, on_delete=OnDelete.restrict)
    cents = Integer(null=True, default=None)  # what it costs
    money_source = Text(null=False, default="")
    duty = Varchar(length=10, null=False, default="")  # is it the municipality's duty anyway? "yes", "no", "" open
    duty_text = Text(null=False, default="")
    urgent_at = Timestamptz(null=True, default=None)  # taken on in the sitting
    urgent_reason = Text(null=False, default="")
    late_reason = Text(null=False, default="")  # why it was put down although the deadline for items was over
    removed_at = Timestamptz(null=True, default=None)  # before the sitting, and may be put back; not on the agenda
    begun_at = Timestamptz(null=True, default=None)
    ended_at = Timestamptz(null=True, default=None)
    ended_as = Varchar(length=10, null=False, default="")  # `rules.End`
    end_reason = Text(null=False, default="")
    note = Text(null=False, default="")  # by the minute-taker
    note_saved_at = Timestamptz(null=True, default=None)


class ItemPaper(Table, tablename="item_paper"):
    """What there is to read about an item."""

    id: Serial
    item = ForeignKey(AgendaItem, null=False, on_delete=OnDelete.restrict)
    place = Integer(null=False)
    title = Text(null=False)
    text = Text(null=False)


class Guest(Table, tablename="guest"):
    """Somebody invited who may speak and has no vote: the mayor, say, or a committee. Unique index (sitting, mark)."""

    id: Serial
    sitting = ForeignKey(Sitting, null=False, on_delete=OnDelete.restrict)
    mark = Integer(null=False)
    name = Text(null=False)  # of a body, an office, or an adult who holds one
    came_at = Timestamptz(null=True, default=None)
    left_at = Timestamptz(null=True, default=None)


class Attendance(Table, tablename="attendance"):
    """Somebody was in the room from then until then; who comes back has a second row.

    Unique indexes: one row without `left_at` for each (sitting, member), and for each (sitting, seat).
    """

    id: Serial
    sitting = ForeignKey(Sitting, null=False, on_delete=OnDelete.restrict)
    member = ForeignKey(Member, null=True, on_delete=OnDelete.restrict)
    seat = Integer(null=True, default=None)  # number of the seat whose vote they hold; null: a listener
    deputy = Boolean(null=False, default=False)  # stands in for whoever sits there
    how = Varchar(length=8, null=False)  # "card": by themselves, "chair": ticked
    came_at = Timestamptz(null=False)
    left_at = Timestamptz(null=True, default=None)


class SpeakingTurn(Table, tablename="speaking_turn"):
    """A hand that went up, and what became of it. Unique indexes (sitting, mark); one raised hand for each member."""

    id: Serial
    sitting = ForeignKey(Sitting, null=False, on_delete=OnDelete.restrict)
    mark = Integer(null=False)
    item = ForeignKey(AgendaItem, null=True, default=None, on_delete=OnDelete.restrict)
    member = ForeignKey(Member, null=True, default=None, on_delete=OnDelete.restrict)
    guest = ForeignKey(Guest, null=True, default=None, on_delete=OnDelete.restrict)
    seat = Integer(null=True, default=None)  # number of the seat for which somebody speaks
    order_kind = Varchar(length=12, null=False, default="")  # `rules.OrderKind` of a point of order
    mover = Boolean(null=False, default=False)
    raised_at = Timestamptz(null=False)
    lowered_at = Timestamptz(null=True, default=None)
    begun_at = Timestamptz(null=True, default=None)
    ends_at = Timestamptz(null=True, default=None)
    ended_at = Timestamptz(null=True, default=None)


class BoxedQuestion(Table, tablename="boxed_question"):
    """A question that was not reached, with a promised written answer. Unique index (sitting, mark)."""

    id: Serial
    sitting = ForeignKey(Sitting, null=False, on_delete=OnDelete.restrict)
    mark = Integer(null=False)
    item = ForeignKey(AgendaItem, null=True, default=None, on_delete=OnDelete.restrict)
    member = ForeignKey(Member, null=True, default=None, on_delete=OnDelete.restrict)
    text = Text(null=False)
    asked_at = Timestamptz(null=False)
    released_at = Timestamptz(null=True, default=None)  # until then only its author and the moderators see it
    declined_at = Timestamptz(null=True, default=None)
    decline_reason = Text(null=False, default="")
    answer = Text(null=False, default="")
    answered_by = Varchar(length=100, null=False, default="")
    answered_at = Timestamptz(null=True, default=None)


class Task(Table, tablename="task"):
    """What somebody has promised to do. Unique index (sitting, mark)."""

    id: Serial
    sitting = ForeignKey(Sitting, null=False, on_delete=OnDelete.restrict)
    mark = Integer(null=False)
    item = ForeignKey(AgendaItem, null=True, default=None, on_delete=OnDelete.restrict)
    text = Text(null=False)
    owner = Text(null=False)
    due_on = Date(null=True, default=None)
    done_at = Timestamptz(null=True, default=None)


class SittingStep(Table, tablename="sitting_step"):
    """What happened, dated, in the order in which it happened: the minutes are made from it. Never changed."""

    id: Serial
    sitting = ForeignKey(Sitting, null=False, on_delete=OnDelete.restrict)
    at = Timestamptz(null=False)
    actor = Varchar(length=100, null=False)
    kind = Varchar(length=30, null=False)
    item = ForeignKey(AgendaItem, null=True, default=None, on_delete=OnDelete.restrict)
    facts = Text(null=False, default="{}")  # JSON. Never a young person's name.
