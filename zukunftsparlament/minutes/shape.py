"""The frozen content of minutes. The same shape as docs/schemas/minutes.schema.json.

No name and no pseudonym of a young person has a place in it but where it stood on a ballot paper: seats and schools
only. Moments are ISO 8601 in UTC, to the second; days `2027-02-03`. Money is whole cents.
"""

from typing import Any, NotRequired, TypedDict

Json = dict[str, Any]


class Seat(TypedDict):
    seat: int
    school: str  # "" for those who go to school elsewhere


class Span(TypedDict("_From", {"from": str})):  # a keyword of Python, hence the other way of writing it
    to: str | None
    deputy: bool


class Present(Seat):
    spans: list[Span]


class Absent(Seat):
    excused: bool | None  # None where nobody wrote it down


class Guest(TypedDict("_Came", {"from": str | None})):  # None: was invited and did not come
    name: str
    to: str | None


class About(TypedDict):
    """The sitting itself."""

    number: int
    kind: str  # official, unofficial, rehearsal
    title: str
    place: str
    starts_at: str
    invited_at: str | None
    opened_at: str | None
    closed_at: str | None
    urgent_reason: str
    second_call_of: int | None  # number of the sitting that was not quorate
    rule_set: int  # its version
    pauses: list[Json]  # {"from", "to"}
    led: list[Seat]
    chairs: NotRequired[list[Json]]  # {"at", "seats", "by_office"}: changes while it went on, and who leads since
    written_by: int | None  # seat of the minute-taker; None: nobody was named


class Quorum(TypedDict):
    seats: int
    needed: int
    rule: str


class Vote(TypedDict):
    """`votes`: by the value of the choice, in the order of the paper. Without a result only what is known is there."""

    poll: int
    question: str
    yes_means: str
    no_means: str
    kind: str
    secrecy: str
    binding: bool
    persons: bool
    options: list[Json]  # {"value", "label"}
    present: int | None
    needed: int | None
    seats: int | None
    second_call: bool
    by_hands: bool
    opened_at: str
    state: str  # "counted", "open" (no result yet) or "void"
    amends: NotRequired[int]
    paper: NotRequired[str]
    point: NotRequired[str]
    void_reason: NotRequired[str]
    roll: NotRequired[int]
    turnout: NotRequired[int]
    votes: NotRequired[dict[str, int]]
    by_seat: NotRequired[list[Json]]  # of a vote by name: {"seat", "choice"}
    outcome: NotRequired[str]
    winners: NotRequired[list[str]]  # values of choices
    result: NotRequired[str]  # in a sentence
    how: NotRequired[list[str]]  # what lies between ballots and result, and the way out of a tie
    rule: NotRequired[list[str]]
    settled: NotRequired[str]
    paid: NotRequired[list[Json]]  # {"label", "cents"}, where money was given out
    lots: NotRequired[list[Json]]  # commitment, revealed, word; what was drawn
    list_sha256: NotRequired[str]  # of a secret vote: the published list, to count again
    decision: NotRequired[int]  # its number among the decisions of this sitting; the first of its shares
    shares: NotRequired[list[Json]]  # {"decision", "choice", "cents"?}: each that shares money is a decision


class Item(TypedDict):
    """A non-public one has only `number`, `public` and `votes` that decided something."""

    number: str
    public: bool
    kind: NotRequired[str]
    title: NotRequired[str]
    owner: NotRequired[str]
    begun_at: NotRequired[str | None]
    ended_at: NotRequired[str | None]
    ended_as: NotRequired[str]
    end_reason: NotRequired[str]
    urgent_reason: NotRequired[str]
    late_reason: NotRequired[str]
    papers: NotRequired[list[str]]
    motion: NotRequired[Json]  # {"proposal", "title", "text", "reason"}
    money: NotRequired[list[Json]]  # {"cents", "source", "left"?, "poll"?, "label"?}
    duty: NotRequired[Json]  # {"is", "text"}
    speeches: NotRequired[int]
    by_guests: NotRequired[int]
    orders: NotRequired[list[Json]]  # {"at", "kind", "seat", "outcome"}
    no_quorum: NotRequired[list[Json]]  # {"at", "present", "needed"}: votes that could not be held
    second_call_at: NotRequired[str]
    without_vote: NotRequired[list[Json]]  # {"paper", "point", "reason"}: of a paper voted on point by point
    minutes_of: NotRequired[Json]  # {"sitting", "version"}: what they talked about
    approved: NotRequired[list[Json]]  # the same shape, in place of `minutes_of`: what they approved
    note: NotRequired[str]
    elections: NotRequired[list[Json]]  # who was elected, by the labels of the ballot paper
    votes: list[Vote]


class Content(TypedDict):
    parliament: str
    municipality: str
    version: int
    replaces: NotRequired[Json]  # {"version", "sha256", "because"}
    sitting: About
    quorum: Quorum
    present: list[Present]
    absent: list[Absent]
    empty: list[int]  # seats that nobody holds
    listeners: int
    guests: list[Guest]
    items: list[Item]
    questions: list[Json]  # {"text", "answer"?, "answered_on"?}
    tasks: list[Json]  # {"text", "owner", "due_on"}
    next: Json | None  # {"at", "place"}
