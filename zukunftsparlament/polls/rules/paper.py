"""Votes on paper: how many slips there may be, and what two people enter of them."""

import json
import re
from collections.abc import Collection, Mapping
from enum import Enum

from zukunftsparlament.polls.rules.acts import FEWEST_FOR_SECRECY
from zukunftsparlament.polls.rules.papers import Choice, why_not_choice
from zukunftsparlament.polls.rules.states import VOTES_ARE_TAKEN, PollState
from zukunftsparlament.polls.rules.terms import NO_TERMS, Terms
from zukunftsparlament.polls.rules.words import Kind, WhyNot

MOST_SLIPS = 60  # to be printed for one poll
INVALID: Choice = ()  # it came back, and nobody can say what it wants

# What came back, by what tells one slip from the others: its receipt, or the number of the seat in an open poll.
Entered = Mapping[str, Choice]


class WhyNotPaper(Enum):
    NO_PAPER_HERE = "no_paper_here"
    ONLY_BEFORE_THE_END = "only_before_the_end"
    ONLY_BEFORE_OPENING = "only_before_opening"
    HOW_MANY_SLIPS = "how_many_slips"
    NO_SUCH_SEAT = "no_such_seat"
    NOT_IN_THE_ROOM = "not_in_the_room"
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


def why_not_hand(state: PollState) -> WhyNotPaper | None:
    """Giving slips and taking them back. Once phones vote, any answer would tell who has voted already."""
    return None if state is PollState.PREPARED else WhyNotPaper.ONLY_BEFORE_OPENING


def why_not_open_with(
    given: Collection[int], *, seats: Collection[int], slips: int | None, roll_size: int
) -> WhyNotPaper | WhyNot | None:
    """`given`: seats that have a slip; `seats`: whose vote is in the room. `slips` drawn, None if not secret.

    From the opening on nothing about it changes any more, so it still is so at the closing.
    """
    if not set(given) <= set(seats):
        return WhyNotPaper.NOT_IN_THE_ROOM  # somebody may hold a slip that must not count
    if slips is None:
        return None
    if len(given) > slips:
        return WhyNotPaper.NO_SLIPS_LEFT
    return WhyNot.TOO_FEW_ON_PAPER if would_be_known(len(given), roll_size - len(given)) else None


def would_be_known(on_paper: int, by_phone: int) -> bool:
    """Whose slips they are; or whose the one or two ballots are that no slip carries: those who print the slips know
    what stands on them."""
    return 0 < on_paper < FEWEST_FOR_SECRECY or (on_paper > 0 and 0 < by_phone < FEWEST_FOR_SECRECY)


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


def letter_of(choice: str) -> str:
    """Of an option on a slip whose boxes take numbers: a number before it would be taken for a place."""
    return chr(ord("A") + int(choice) - 1)


def marks_in(typed: str) -> Choice:
    """Numbers or letters of options, in the order in which they were typed."""
    found = re.findall(r"\d+|[a-z]", typed.lower(), re.ASCII)
    return tuple(one if one.isdigit() else str(ord(one) - ord("a") + 1) for one in found)


def as_bytes(entered: Entered) -> bytes:
    """The same slips are the same bytes, in whatever order they were entered."""
    return json.dumps(sorted((slip, list(choice)) for slip, choice in entered.items())).encode()
