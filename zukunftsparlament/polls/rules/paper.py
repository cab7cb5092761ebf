"""Votes on paper: how many slips there may be, and what two people enter of them."""

import json
from collections.abc import Collection, Mapping
from enum import Enum

from zukunftsparlament.polls.rules.papers import Choice, why_not_choice
from zukunftsparlament.polls.rules.states import VOTES_ARE_TAKEN, PollState
from zukunftsparlament.polls.rules.terms import NO_TERMS, Terms
from zukunftsparlament.polls.rules.words import Kind

MOST_SLIPS = 60  # to be printed for one poll
INVALID: Choice = ()  # it came back, and nobody can say what it wants

# What came back, by what tells one slip from the others: its receipt, or the number of the seat in an open poll.
Entered = Mapping[str, Choice]


class WhyNotPaper(Enum):
    NO_PAPER_HERE = "no_paper_here"
    ONLY_BEFORE_THE_END = "only_before_the_end"
    ONLY_WHILE_OPEN = "only_while_open"
    HOW_MANY_SLIPS = "how_many_slips"
    NO_SUCH_SEAT = "no_such_seat"
    HAS_VOTED_BY_PHONE = "has_voted_by_phone"
    NO_SLIPS_LEFT = "no_slips_left"
    NOTHING_GIVEN = "nothing_given"
    NOT_CLOSED_YET = "not_closed_yet"
    TOO_LATE = "too_late"
    NO_SUCH_SLIP = "no_such_slip"
    MORE_THAN_GIVEN = "more_than_given"
    NOT_ON_THE_SLIP = "not_on_the_slip"
    ONE_OF_THE_CHAIRS = "one_of_the_chairs"


def why_not_print(state: PollState, more: int, *, printed: int) -> WhyNotPaper | None:
    """Just before the opening too, so that the slips are there when they are needed."""
    if state not in (PollState.PREPARED, PollState.OPEN):
        return WhyNotPaper.ONLY_BEFORE_THE_END
    return None if more > 0 and printed + more <= MOST_SLIPS else WhyNotPaper.HOW_MANY_SLIPS


def why_not_give(state: PollState, *, has_voted: bool, slips_left: bool) -> WhyNotPaper | None:
    """Neither during the countdown: how many slips are out must be settled before it."""
    if state is not PollState.OPEN:
        return WhyNotPaper.ONLY_WHILE_OPEN
    if has_voted:
        return WhyNotPaper.HAS_VOTED_BY_PHONE
    return None if slips_left else WhyNotPaper.NO_SLIPS_LEFT


def why_not_enter(state: PollState, *, given: int) -> WhyNotPaper | None:
    if state in (*VOTES_ARE_TAKEN, PollState.PREPARED):
        return WhyNotPaper.NOT_CLOSED_YET
    if state is not PollState.CLOSED:
        return WhyNotPaper.TOO_LATE
    return None if given else WhyNotPaper.NOTHING_GIVEN


def why_not_entered(
    entered: Entered, *, slips: Collection[str], given: int, kind: Kind, options: int, terms: Terms = NO_TERMS
) -> WhyNotPaper | None:
    """`slips`: what could come back, of which so many were `given`."""
    if not set(entered) <= set(slips):
        return WhyNotPaper.NO_SUCH_SLIP
    if len(entered) > given:
        return WhyNotPaper.MORE_THAN_GIVEN
    marked = [choice for choice in entered.values() if choice != INVALID]
    wrong = any(why_not_choice(kind, options, chosen=choice, terms=terms) for choice in marked)
    return WhyNotPaper.NOT_ON_THE_SLIP if wrong else None


def as_bytes(entered: Entered) -> bytes:
    """The same slips are the same bytes, in whatever order they were entered."""
    return json.dumps(sorted((slip, list(choice)) for slip, choice in entered.items())).encode()
