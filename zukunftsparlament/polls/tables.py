from piccolo.columns import Boolean, Bytea, ForeignKey, Integer, OnDelete, Serial, SmallInt, Text, Timestamptz, Varchar
from piccolo.table import Table

from zukunftsparlament.people.tables import Member
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


class Stir(Table, tablename="lot_stir"):
    """A picture that somebody in the room has mixed into a sealed lot. Unique index (poll, place, seat)."""

    id: Serial
    poll = ForeignKey(Poll, null=False, on_delete=OnDelete.restrict)
    place = Integer(null=False)  # of the step after the tie that sealed the lot
    seat = Integer(null=False)  # whose vote they hold
    picture = Varchar(length=40, null=False)  # a picture word
