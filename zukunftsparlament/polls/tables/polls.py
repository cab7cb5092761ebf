"""Questions put to the vote, and the money that they are about."""

from piccolo.columns import Boolean, Bytea, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from zukunftsparlament.polls.tables.elections import Candidacy, Election
from zukunftsparlament.procedure.tables import RuleSet
from zukunftsparlament.proposals.tables import Proposal
from zukunftsparlament.sittings.tables import AgendaItem


class PollSeries(Table, tablename="poll_series"):
    """Points of one paper, each put to the vote by itself: a poll for each, and a reason where none is needed."""

    id: Serial
    number = Integer(null=False)  # unique index
    proposal = ForeignKey(Proposal, null=True, on_delete=OnDelete.restrict)
    title = Text(null=False)
    points = Text(null=False, default="[]")  # JSON list of {"text", "reason"}; with a reason there is no poll about it
    prepared_at = Timestamptz(null=False)


class Fund(Table, tablename="fund"):
    """Money that the parliament may give away in one year. How much is left is worked out from its entries."""

    id: Serial
    number = Integer(null=False)  # unique index
    source = Text(null=False)  # where the money comes from
    year = Integer(null=False)
    made_at = Timestamptz(null=False)
    made_by = Varchar(length=100, null=False)


class Poll(Table, tablename="poll"):
    """A question put to the vote. Its state is derived from its times (`rules.state`)."""

    id: Serial
    number = Integer(null=False)  # given when prepared. Unique index.
    proposal = ForeignKey(Proposal, null=True, on_delete=OnDelete.restrict)
    question = Text(null=False)
    yes_means = Text(null=False, default="")
    no_means = Text(null=False, default="")
    kind = Varchar(length=20, null=False)
    options = Text(null=False, default="[]")  # JSON list of labels; their choices are "1", "2" …
    secrecy = Varchar(length=10, null=False)
    electorate = Varchar(length=10, null=False)
    rule_set = ForeignKey(RuleSet, null=False, on_delete=OnDelete.restrict)
    binding = Boolean(null=False)
    prepared_at = Timestamptz(null=False)
    prepared_by = Varchar(length=100, null=False)
    opens_at = Timestamptz(null=True, default=None)  # planned
    closes_at = Timestamptz(null=True, default=None)  # planned
    opened_at = Timestamptz(null=True, default=None)
    closing_at = Timestamptz(null=True, default=None)  # a countdown runs until then
    closed_at = Timestamptz(null=True, default=None)
    counted_at = Timestamptz(null=True, default=None)
    published_at = Timestamptz(null=True, default=None)
    voided_at = Timestamptz(null=True, default=None)
    void_reason = Text(null=False, default="")
    electorate_size = Integer(null=True, default=None)  # people on the roll, set at opening
    seats = Integer(null=True, default=None)  # all seats, empty ones too, set at opening: the quorum asks for them
    public_key = Bytea(null=True, default=None)  # secret polls: ballots are sealed with it
    lot_commitment = Varchar(length=64, null=True, default=None)
    turnout = Integer(null=True, default=None)  # set when counted
    result = Text(null=True, default=None)  # JSON, set when counted
    published = Text(null=True, default=None)  # the published list, canonical JSON
    signature = Bytea(null=True, default=None)  # Ed25519 over `published`
    practice = Boolean(null=False, default=False)  # to try out how voting works: decides nothing, is listed nowhere
    after_tie: "ForeignKey[Poll]" = ForeignKey("self", null=True, default=None, on_delete=OnDelete.restrict)  # tied
    after_tie_as = Varchar(length=10, null=False, default="")  # "run_off", or "ways": how shall it go on?
    made_secret_at = Timestamptz(null=True, default=None)  # enough of those who may vote had asked for it
    terms = Text(null=False, default="{}")  # JSON, see rules.terms: what the kind asks beyond its options
    persons = Boolean(null=False, default=False)  # an election of persons: always secret
    series = ForeignKey(PollSeries, null=True, default=None, on_delete=OnDelete.restrict)
    point = Integer(null=True, default=None)  # which point of the series, from 1
    item = ForeignKey(AgendaItem, null=True, default=None, on_delete=OnDelete.restrict)  # held in a sitting
    present = Integer(null=True, default=None)  # seats whose vote was in the room when it opened
    second_call = Boolean(null=False, default=False)  # the quorum of a second call was enough
    by_hands = Boolean(null=False, default=False)  # a show of hands, counted by two people
    amends: "ForeignKey[Poll]" = ForeignKey("self", null=True, default=None, on_delete=OnDelete.restrict)
    amendment = Text(null=False, default="{}")  # JSON: question and yes_means that the amended poll gets, if accepted
    fund = ForeignKey(Fund, null=True, default=None, on_delete=OnDelete.restrict)  # pays what is decided
    cents = Integer(null=True, default=None)  # of that fund
    two_key = Boolean(null=False, default=False)  # counted with two of three key cards; no private key on the server
    election = ForeignKey(Election, null=True, default=None, on_delete=OnDelete.restrict)  # its ballot, or a run-off
    election_side = Varchar(length=8, null=False, default="")  # of a pair: which of the two lists
    candidate = ForeignKey(Candidacy, null=True, default=None, on_delete=OnDelete.restrict)  # yes or no to this one
    by_school = Boolean(null=False, default=False)  # one vote for each school whose seats are in the room
    voices = Text(null=False, default="[]")  # JSON list of seats that vote for their school, where a chair has chosen
    paper_given = Integer(null=True, default=None)  # slips on paper, set when two have entered them
    paper_returned = Integer(null=True, default=None)  # how many of them came back
    paper_invalid = Integer(null=True, default=None)  # how many of those are no vote
