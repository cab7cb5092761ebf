"""Electing persons: what is on the ballots, who is in, and who moves up. Candidates go by their label."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from enum import Enum, StrEnum

from zukunftsparlament.polls.rules.preparing import MOST_OPTIONS, why_not_text
from zukunftsparlament.polls.rules.terms import NO_TERMS, Terms
from zukunftsparlament.polls.rules.words import Kind, WhyNot

LONGEST_TITLE = 60  # characters
MOST_DEPUTIES = 12
MOST_NAMED = 6  # by one person, who have not said yet whether they stand
YOUNGEST_LIMIT, OLDEST_LIMIT = 8, 19  # years


class Office(StrEnum):
    """What an election makes of somebody."""

    CHAIRS = "chairs"
    SEATS = "seats"
    OTHER = "other"


class Shape(StrEnum):
    """`PAIR`: two lists by age, one place each, voted on one after the other."""

    PLACES = "places"
    PAIR = "pair"


class Side(StrEnum):
    YOUNGER = "younger"
    OLDER = "older"


class WhyNotElect(Enum):
    TITLE_MISSING = "title_missing"
    TITLE_TOO_LONG = "title_too_long"
    PLACES_WRONG = "places_wrong"
    DEPUTIES_WRONG = "deputies_wrong"
    AGE_WRONG = "age_wrong"
    TOO_MANY_CHAIRS = "too_many_chairs"
    NOT_AN_ELECTION = "not_an_election"
    ONLY_OFFICIAL = "only_official"
    NOT_HERE = "not_here"
    NEEDS_SEAT = "needs_seat"
    HAS_SEAT = "has_seat"
    SIDE_MISSING = "side_missing"
    TOO_MANY_STAND = "too_many_stand"
    NOBODY_STANDS = "nobody_stands"
    SIDE_EMPTY = "side_empty"
    LIST_CLOSED = "list_closed"
    BALLOT_IS_OUT = "ballot_is_out"
    STILL_TIED = "still_tied"
    NOTHING_LEFT = "nothing_left"
    NOT_ELECTED = "not_elected"
    IS_ELECTED = "is_elected"
    HAS_DECLINED = "has_declined"
    SAID_THEMSELVES = "said_themselves"
    IS_FOLLOWED = "is_followed"
    NAMED_ENOUGH = "named_enough"
    NOT_TIED = "not_tied"


@dataclass(frozen=True, kw_only=True)
class ElectionDraft:
    """`age`: in years; of a pair one is younger, the other is not. `places` and `deputies` are of a list of places."""

    title: str
    office: Office
    shape: Shape = Shape.PLACES
    places: int | None = 1
    deputies: int | None = 0
    age: int | None = None

    @property
    def sides(self) -> tuple[str, ...]:
        return sides_of(self.shape)


def sides_of(shape: Shape) -> tuple[str, ...]:
    return (Side.YOUNGER.value, Side.OLDER.value) if shape is Shape.PAIR else ("",)


def why_not_elect(draft: ElectionDraft) -> Mapping[str, Enum]:
    """The problem of each field that has one, by its name."""
    problems: dict[str, Enum | None] = {}
    if why_not_text(draft.title, LONGEST_TITLE, WhyNot.QUESTION_MISSING, WhyNot.QUESTION_TOO_LONG):
        problems["title"] = WhyNotElect.TITLE_TOO_LONG if draft.title.strip() else WhyNotElect.TITLE_MISSING
    if draft.shape is Shape.PAIR:
        fits = draft.age is not None and YOUNGEST_LIMIT <= draft.age <= OLDEST_LIMIT
        problems["age"] = None if fits else WhyNotElect.AGE_WRONG
    else:
        places, deputies = draft.places or 0, -1 if draft.deputies is None else draft.deputies
        problems["places"] = None if 1 <= places <= MOST_OPTIONS else WhyNotElect.PLACES_WRONG
        if draft.office is Office.CHAIRS and places > 2:
            problems["places"] = WhyNotElect.TOO_MANY_CHAIRS
        problems["deputies"] = None if 0 <= deputies <= MOST_DEPUTIES else WhyNotElect.DEPUTIES_WRONG
    return {field: problem for field, problem in problems.items() if problem}


@dataclass(frozen=True, kw_only=True)
class ElectionBallot:
    """`yes_to`: the one whom a ballot of yes or no is about, "" on all others."""

    side: str
    kind: Kind
    options: tuple[str, ...] = ()
    terms: Terms = NO_TERMS
    yes_to: str = ""


def ballots(side: str, standing: Sequence[str], *, places: int) -> list[ElectionBallot]:
    """Where there is room for all who stand, each needs a majority: a ballot of yes or no for each of them."""
    if len(standing) <= places:
        return [ElectionBallot(side=side, kind=Kind.YES_NO_ABSTAIN, yes_to=label) for label in standing]
    if places == 1:
        return [ElectionBallot(side=side, kind=Kind.ONE_OF, options=tuple(standing))]
    terms = Terms(at_most=places, places=places)
    return [ElectionBallot(side=side, kind=Kind.UP_TO, options=tuple(standing), terms=terms)]


def in_order(votes: Mapping[str, int], *, without: Set[str] = frozenset()) -> list[list[str]]:
    """Groups with the same number of votes, the most first. Nobody comes in without a single vote."""
    numbers = sorted({number for label, number in votes.items() if number and label not in without}, reverse=True)
    return [[label for label in votes if votes[label] == number and label not in without] for number in numbers]


def moving_up(groups: Sequence[Sequence[str]], *, free: int) -> tuple[list[str], list[str]]:
    """Who moves up into `free` places; and those of whom only some could, with the same number of votes."""
    up: list[str] = []
    for group in groups:
        if len(up) == free:
            break
        if len(up) + len(group) > free:
            return up, list(group)
        up += group
    return up, []


def two_best(votes: Mapping[str, int]) -> list[str]:
    """For a run-off where nobody has the majority: the first two; more where they share a place. In ballot order."""
    best: list[str] = []
    for group in in_order(votes):
        if len(best) < 2:
            best += group
    return [label for label in votes if label in best] if len(best) > 1 else []


def letter(place: int) -> str:
    """Of somebody without a seat: A, B … Z, AA, from 0."""
    return (letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)
