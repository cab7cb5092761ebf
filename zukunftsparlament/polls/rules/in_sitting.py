"""A poll held in a sitting: when it may be opened, and who may vote in it."""

from dataclasses import dataclass
from enum import Enum

from zukunftsparlament.polls.rules.papers import choices_of
from zukunftsparlament.polls.rules.words import Kind
from zukunftsparlament.sittings.rules import SittingState

FIRST_REHEARSED = 9_000_000  # numbers of polls in a rehearsal: real ones shall have no gap
BY_HANDS = frozenset({Kind.YES_NO_ABSTAIN, Kind.ONE_OF})


class WhyNotHere(Enum):
    SITTING_NOT_OPEN = "sitting_not_open"
    SITTING_OVER = "sitting_over"
    SITTING_PAUSED = "sitting_paused"
    ITEM_NOT_BEGUN = "item_not_begun"
    ITEM_OVER = "item_over"
    ANOTHER_POLL_RUNS = "another_poll_runs"
    NOT_QUORATE = "not_quorate"
    NOBODY_HERE = "nobody_here"
    AMENDMENT_WAITS = "amendment_waits"
    MONEY_MISSING = "money_missing"
    HAS_LEFT = "has_left"
    HANDS_ARE_COUNTED = "hands_are_counted"
    HANDS_NOT_FOR_THIS = "hands_not_for_this"
    NO_HANDS_HERE = "no_hands_here"
    NO_TELLER = "no_teller"
    COUNTED_ALREADY = "counted_already"
    COUNT_NOT_READABLE = "count_not_readable"
    TOO_MANY_HANDS = "too_many_hands"
    NOTHING_TO_AMEND = "nothing_to_amend"
    FUND_UNKNOWN = "fund_unknown"
    CENTS_MISSING = "cents_missing"
    TIE_NEEDS_SITTING = "tie_needs_sitting"
    TIE_NEEDS_CLOSED_DOORS = "tie_needs_closed_doors"
    HAS_NO_SEAT_HERE = "has_no_seat_here"
    NO_LOT_WAITS = "no_lot_waits"
    NO_PICTURE = "no_picture"
    HANDS_NOT_BY_SCHOOL = "hands_not_by_school"


@dataclass(frozen=True, kw_only=True)
class HeldAs:
    """How a vote is held in a sitting, beyond its draft. `amends` and `fund` are public numbers; `cents` of the fund.

    `straw`: it only asks what people think, also in an official sitting. `question` and `yes_means`: what the poll that
    it amends will say if it is accepted. `procedural`: about the course of the sitting, not about what its item is.
    `by_school`: each school has one vote. `election`: the row id of that whose ballot it is.
    """

    straw: bool = False
    by_hands: bool = False
    amends: int | None = None
    question: str = ""
    yes_means: str = ""
    fund: int | None = None
    cents: int | None = None
    procedural: bool = False
    by_school: bool = False
    election: int | None = None


def is_rehearsed(number: int) -> bool:
    return number > FIRST_REHEARSED


def why_not_now(sitting: SittingState, *, item_begun: bool, item_ended: bool) -> WhyNotHere | None:
    """Why neither opening nor voting is possible just now."""
    if sitting is SittingState.PAUSED:
        return WhyNotHere.SITTING_PAUSED
    if sitting is SittingState.CLOSED:
        return WhyNotHere.SITTING_OVER
    if sitting is not SittingState.OPEN:
        return WhyNotHere.SITTING_NOT_OPEN
    if item_ended:
        return WhyNotHere.ITEM_OVER
    return None if item_begun else WhyNotHere.ITEM_NOT_BEGUN


def why_not_open_here(
    *, binding: bool, present: int, quorate: bool, another_runs: bool, amendment_waits: bool, money_is_there: bool
) -> WhyNotHere | None:
    """`present`: who would be on the roll. Only what binds needs a quorum: a straw poll decides nothing."""
    if another_runs:
        return WhyNotHere.ANOTHER_POLL_RUNS
    if amendment_waits:
        return WhyNotHere.AMENDMENT_WAITS
    if binding and not quorate:
        return WhyNotHere.NOT_QUORATE
    if present < 1:
        return WhyNotHere.NOBODY_HERE
    return None if money_is_there or not binding else WhyNotHere.MONEY_MISSING


def hands_wanted(kind: Kind, options: int) -> tuple[str, ...]:
    """What is counted one after the other."""
    return choices_of(kind, options)


def why_not_hands(counts: dict[str, int], *, wanted: tuple[str, ...], present: int) -> WhyNotHere | None:
    """`present`: votes in the room. More hands than votes cannot have been up; fewer may."""
    if set(counts) != set(wanted) or any(number < 0 for number in counts.values()):
        return WhyNotHere.COUNT_NOT_READABLE
    return WhyNotHere.TOO_MANY_HANDS if sum(counts.values()) > present else None


def ballots_of(counts: dict[str, int], *, wanted: tuple[str, ...]) -> list[tuple[str, ...]]:
    """As many ballots as hands were up."""
    return [(choice,) for choice in wanted for _hand in range(counts[choice])]
