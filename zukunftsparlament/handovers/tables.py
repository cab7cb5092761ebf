from piccolo.columns import Date, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from zukunftsparlament.polls.tables import Poll
from zukunftsparlament.proposals.tables import Proposal


class Body(Table, tablename="body"):
    """Where results go: a working group, a committee, the council."""

    id: Serial
    name = Varchar(length=150, null=False)
    short = Varchar(length=60, null=False)
    position = Integer(null=False, default=0)


class Handover(Table, tablename="handover"):
    """Results, frozen and numbered, given to a body that answers until a day. Never changed."""

    id: Serial
    number = Integer(null=False)  # unique index
    body = ForeignKey(Body, null=False, on_delete=OnDelete.restrict)
    made_at = Timestamptz(null=False)
    made_by = Varchar(length=100, null=False)
    answer_by = Date(null=False)
    frozen = Text(null=False)  # canonical JSON without answers, see INTERFACE "Hand-over"
    sha256 = Varchar(length=64, null=False)


class Decision(Table, tablename="handed_decision"):
    """One decision within a hand-over. Unique index (handover, number); a poll is handed over once to a body.

    Where several share money after a tie, each of them is a decision, with its own answer.
    """

    id: Serial
    handover = ForeignKey(Handover, null=False, on_delete=OnDelete.restrict)
    number = Integer(null=False)
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    proposal = ForeignKey(Proposal, null=True, on_delete=OnDelete.restrict)
    choice = Varchar(length=10, null=False, default="")  # the option that was chosen; "" of a yes, no, or of several


class Answer(Table, tablename="answer"):
    """What the body says to one decision. Rows are added; the newest counts."""

    id: Serial
    decision = ForeignKey(Decision, null=False, on_delete=OnDelete.restrict)
    answer = Varchar(length=12, null=False)  # yes, differently, later, no
    reason = Text(null=False)
    next_date = Date(null=True, default=None)
    given_at = Timestamptz(null=False)
    entered_by = Varchar(length=100, null=False)


class Correction(Table, tablename="handover_correction"):
    """A later version of a hand-over. Rows are added; the newest counts, the older ones stay readable.

    The decisions keep their numbers, so answers belong to them in every version. Unique index (handover, version).
    """

    id: Serial
    handover = ForeignKey(Handover, null=False, on_delete=OnDelete.restrict)
    version = Integer(null=False)  # from 2
    frozen = Text(null=False)  # as in Handover; says itself what it replaces and what changed
    sha256 = Varchar(length=64, null=False)
    made_at = Timestamptz(null=False)
    made_by = Varchar(length=100, null=False)


class Reminder(Table, tablename="handover_reminder"):
    """That the office has reminded the body of what it owes. Rows are added."""

    id: Serial
    handover = ForeignKey(Handover, null=False, on_delete=OnDelete.restrict)
    at = Timestamptz(null=False)
    entered_by = Varchar(length=100, null=False)


class Done(Table, tablename="decision_done"):
    """That what was decided has come true: since when, and what there is now. Rows are added; the newest counts."""

    id: Serial
    decision = ForeignKey(Decision, null=False, on_delete=OnDelete.restrict)
    done_on = Date(null=False)
    words = Text(null=False)
    entered_at = Timestamptz(null=False)
    entered_by = Varchar(length=100, null=False)
