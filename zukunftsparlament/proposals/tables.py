from piccolo.columns import Boolean, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from zukunftsparlament.people.tables import Member, Staff


class Proposal(Table, tablename="proposal"):
    """From the first draft on one row. It gets its number, and its place in every order, at release."""

    id: Serial
    number = Integer(null=True, default=None)  # unique index; null: draft or held
    token = Varchar(length=32, null=False)  # address of draft and held proposal. Unique index.
    author = ForeignKey(Member, null=True, on_delete=OnDelete.restrict)  # null: a former member
    title = Text(null=False, default="")
    text = Text(null=False, default="")
    reason = Text(null=False, default="")
    for_whom = Text(null=False, default="")
    topic = Varchar(length=20, null=False, default="")
    place = Text(null=False, default="")
    changed_at = Timestamptz(null=False)
    submitted_at = Timestamptz(null=True, default=None)
    held_because = Text(null=False, default="")  # codes of the guard, space between; for moderators only
    asked_back_at = Timestamptz(null=True, default=None)
    declined_at = Timestamptz(null=True, default=None)
    office_words = Text(null=False, default="")  # why declined, or what is asked; the author reads it
    released_at = Timestamptz(null=True, default=None)
    ripe_at = Timestamptz(null=True, default=None)
    withdrawn_at = Timestamptz(null=True, default=None)
    removed_at = Timestamptz(null=True, default=None)  # its words are gone; null again when an objection was right
    stage = Varchar(length=20, null=False, default="draft")  # that of the newest step; kept for filter and index
    backings = Integer(null=False, default=0)  # kept for the wall; `verify` recounts
    former_backings = Integer(null=False, default=0)  # how many of them are of people who have left
    comments = Integer(null=False, default=0)  # released and not removed; `verify` recounts
    version = Integer(null=False, default=1)  # the newest one's number; `verify` compares
    edited_at = Timestamptz(null=True, default=None)  # when that was released; null: never edited
    written_down = Varchar(length=10, null=False, default="")  # by "helper" (the author) or "office"; "": own words


class Step(Table, tablename="proposal_step"):
    """A dated step on the proposal's way, everything that its timeline shows."""

    id: Serial
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    at = Timestamptz(null=False)
    stage = Varchar(length=20, null=False)
    facts = Text(null=False, default="{}")  # JSON: what the sentence needs (poll, body, answer_by, reason …)


class Backing(Table, tablename="backing"):
    """One person, one backing for each proposal. Unique index (proposal, member)."""

    id: Serial
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    member = ForeignKey(Member, null=False, on_delete=OnDelete.cascade)


class Comment(Table, tablename="comment"):
    """A contribution to the discussion. Numbered at release; one level of answers."""

    id: Serial
    number = Integer(null=True, default=None)  # unique index
    token = Varchar(length=32, null=False)  # address while held. Unique index.
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    author = ForeignKey(Member, null=True, on_delete=OnDelete.restrict)
    answer_to: "ForeignKey[Comment]" = ForeignKey("self", null=True, on_delete=OnDelete.restrict)
    stance = Varchar(length=12, null=False)  # for, against, question, improvement
    text = Text(null=False)
    submitted_at = Timestamptz(null=False)
    held_because = Text(null=False, default="")
    asked_back_at = Timestamptz(null=True, default=None)
    declined_at = Timestamptz(null=True, default=None)
    office_words = Text(null=False, default="")
    released_at = Timestamptz(null=True, default=None)
    removed_at = Timestamptz(null=True, default=None)
    removed_because = Text(null=False, default="")


class Report(Table, tablename="report"):
    """ "Das ist nicht okay": somebody points at a proposal or a contribution."""

    id: Serial
    token = Varchar(length=32, null=False)
    proposal = ForeignKey(Proposal, null=True, on_delete=OnDelete.cascade)
    comment = ForeignKey(Comment, null=True, on_delete=OnDelete.cascade)
    picture = Integer(null=True, default=None)  # row id of the reported picture; beside it the proposal it belongs to
    reporter = ForeignKey(Member, null=True, on_delete=OnDelete.restrict)
    reason = Varchar(length=20, null=False)
    text = Text(null=False, default="")
    made_at = Timestamptz(null=False)
    settled_at = Timestamptz(null=True, default=None)
    outcome = Varchar(length=10, null=False, default="")  # removed, kept
    office_words = Text(null=False, default="")
    removed_words = Text(null=False, default="")  # of before there were removals; empty


class Removal(Table, tablename="removal"):
    """Something was taken away, and its author may object once.

    `kept` and `objection` are wiped when the objection is decided, or when nobody objected in time.
    """

    id: Serial
    token = Varchar(length=32, null=False)  # unique index
    proposal = ForeignKey(Proposal, null=True, on_delete=OnDelete.cascade)
    comment = ForeignKey(Comment, null=True, on_delete=OnDelete.cascade)
    picture = Integer(null=True, default=None)  # row id; beside it the proposal it belongs to
    author = ForeignKey(Member, null=True, on_delete=OnDelete.restrict)
    removed_at = Timestamptz(null=False)
    by_staff = ForeignKey(Staff, null=True, on_delete=OnDelete.restrict)
    by_member = ForeignKey(Member, null=True, on_delete=OnDelete.restrict)
    for_the_office = Boolean(null=False, default=False)  # whether a young moderator must not see it
    reason = Text(null=False, default="")  # words to the author
    kept = Text(null=False, default="")  # JSON: what puts it back
    objected_at = Timestamptz(null=True, default=None)
    objection = Text(null=False, default="")
    decided_at = Timestamptz(null=True, default=None)
    outcome = Varchar(length=10, null=False, default="")  # upheld, restored
    answer = Text(null=False, default="")
    wiped_at = Timestamptz(null=True, default=None)


class Picture(Table, tablename="picture"):
    """A picture of a proposal. Its files lie in `ZP_DATA/pictures` as `{token}-{width}.webp`.

    Shown is the one with `shown_at` and without `removed_at`: one at most (unique index `picture_shown`), together
    with its proposal. One that waits for the release of an edit has neither.
    """

    id: Serial
    token = Varchar(length=32, null=False)  # unique index; part of its address
    proposal = ForeignKey(Proposal, null=False, on_delete=OnDelete.cascade)
    alt = Text(null=False, default="")
    width = Integer(null=False)  # in points, of the largest copy
    height = Integer(null=False)
    files = Text(null=False)  # JSON: {width: SHA-256 of the file}
    made_at = Timestamptz(null=False)
    shown_at = Timestamptz(null=True, default=None)
    removed_at = Timestamptz(null=True, default=None)
    kept_until = Timestamptz(null=True, default=None)  # of a removed one: until then it can be put back
