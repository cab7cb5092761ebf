"""The frozen hand-over as the documents get it. The same shape as docs/schemas/handover.schema.json.

No name and no pseudonym of a young person has a place in it. Dates are ISO 8601 (`2027-02-03`).
"""

from typing import Literal, NotRequired, TypedDict

Kind = Literal["yes_no_abstain", "one_of", "up_to", "ranked", "budget"]
Secrecy = Literal["open", "named", "secret"]
Outcome = Literal["accepted", "rejected", "tied", "chosen", "not_quorate", "no_majority"]
Settled = Literal["lot", "chair", "run_off", "share"]
AnswerKind = Literal["yes", "differently", "later", "no"]


class Period(TypedDict("_From", {"from": str})):  # a keyword of Python, hence the other way of writing it
    to: str


class Option(TypedDict):
    value: str
    label: str


class Done(TypedDict):
    on: str
    words: str


class Replaced(TypedDict):
    """Which version this one replaces, and what is different: in the office's words, and worked out."""

    version: int
    sha256: str
    on: str
    because: str
    changes: list[str]


class Answer(TypedDict):
    answer: AnswerKind
    reason: str
    next_date: str | None
    answered_on: str
    done: NotRequired[Done]  # since when it has come true


class Money(TypedDict):
    """In whole euro cents. `costs` by the value of the option."""

    amount: int
    costs: dict[str, int]
    spent: int
    left: int


class Decision(TypedDict("_For", {"for": list[str]})):
    number: int
    proposal: int | None  # the number of the proposal, if one stood behind the question
    topic: NotRequired[str]  # of the proposal: schule, verkehr …; empty without one, missing in the oldest
    title: str
    text: str
    against: list[str]
    kind: Kind
    secrecy: Secrecy
    counts: dict[str, int]  # yes, no, abstain, or the value of an option
    options: list[Option]  # in ballot order; empty for yes_no_abstain
    yes_means: str
    no_means: str
    electorate_size: int
    turnout: int
    rule: str
    outcome: Outcome
    settled: NotRequired[Settled]  # what has decided where votes were equal
    winner: str | None  # the value of an option
    winners: NotRequired[list[str]]  # where a ballot holds several marks: all that were chosen, or paid
    how: NotRequired[list[str]]  # there too: what lies between ballots and result, in sentences
    money: NotRequired[Money]  # of a budget
    binding: bool
    void: NotRequired[bool]  # voided after it had been handed over; only in a later version
    answer: Answer | None


class Handover(TypedDict):
    number: int
    parliament: NotRequired[str]  # what it calls itself; missing in the oldest, as is its municipality
    municipality: NotRequired[str]
    body: str
    made_on: str
    answer_by: str
    period: Period
    decisions: list[Decision]
    letter: NotRequired[str]  # the covering letter
    version: NotRequired[int]  # from 2; the first one has none
    replaces: NotRequired[Replaced]
    sha256: str
