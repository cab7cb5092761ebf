"""After a tie: which ways there are, and how far it has come. The count stays as it is, whatever is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum

from zukunftsparlament.polls.rules.words import Kind
from zukunftsparlament.procedure.rules import Tie

LONGEST_TIE_REASON = 500  # characters
LONGEST_WORD = 40  # what the room calls out before a lot is drawn


class Way(StrEnum):
    RUN_OFF = "run_off"
    LOT = "lot"
    SHARE = "share"  # all of the tied, in equal parts
    CHAIR = "chair"
    WAYS = "ways"  # the parliament votes on which of these ways to go
    ENLARGE = "enlarge"  # the parliament votes on whether all of the tied are in: that many places more
    STEPS_BACK = "steps_back"  # a candidate makes way for the others


SETTLES = frozenset({Way.CHAIR, Way.SHARE, Way.LOT})  # by the step itself; the others wait for a poll


class TieState(StrEnum):
    """`WAITS`: somebody has to choose a way. `GOES_ON`: a poll that shall settle it is not finished yet.
    `DRAWING`: a lot lies sealed, and is to be drawn."""

    WAITS = "waits"
    GOES_ON = "goes_on"
    DRAWING = "drawing"
    SETTLED = "settled"


class WhyNotSettle(Enum):
    NO_TIE = "no_tie"
    NOT_PUBLISHED = "not_published"
    WAY_NOT_OFFERED = "way_not_offered"
    ONLY_THE_CHAIRS = "only_the_chairs"
    NOTHING_PICKED = "nothing_picked"
    NOT_AMONG_THE_TIED = "not_among_the_tied"
    WRONG_NUMBER = "wrong_number"
    TOO_EXPENSIVE = "too_expensive"
    TIE_REASON_MISSING = "tie_reason_missing"
    TIE_REASON_TOO_LONG = "tie_reason_too_long"
    WORD_MISSING = "word_missing"
    WORD_TOO_LONG = "word_too_long"
    AMOUNT_NOT_READABLE = "amount_not_readable"
    NEWER_POLL = "newer_poll"


@dataclass(frozen=True, slots=True)
class Stands:
    """How far a tie has come. `chosen`: the way that the parliament has voted for, not yet gone."""

    state: TieState
    chosen: Way | None = None


def ways_of(rule: Tie | None, *, is_about_ways: bool, enlarges: bool = False) -> tuple[Way, ...]:
    """What those who lead may choose. A straw poll (None) stays tied; `rejected` and `lot` settle it by themselves.

    `is_about_ways`: this poll was the vote on the way; a second one about the same would never end. `enlarges`: there
    may be more places than were planned.
    """
    match rule:
        case Tie.RUN_OFF:
            return (Way.RUN_OFF,)
        case Tie.CHAIR_DECIDES:
            return (Way.CHAIR,)
        case Tie.BODY_DECIDES:
            if is_about_ways:
                return (Way.RUN_OFF, Way.LOT)
            return (Way.WAYS, Way.RUN_OFF, Way.LOT, *([Way.ENLARGE] if enlarges else []))
    return ()


def ways_to_vote_on(kind: Kind, *, persons: bool) -> tuple[Way, ...]:
    """The options of a vote on the way, in their order. A yes or a no can't be split, and neither can a person."""
    splits = kind in (Kind.ONE_OF, Kind.RANKED) and not persons
    return (Way.SHARE, Way.RUN_OFF, Way.LOT) if splits else (Way.RUN_OFF, Way.LOT)


def why_not_reason(reason: str) -> WhyNotSettle | None:
    if not reason.strip():
        return WhyNotSettle.TIE_REASON_MISSING
    return WhyNotSettle.TIE_REASON_TOO_LONG if len(reason.strip()) > LONGEST_TIE_REASON else None


def why_not_word(word: str) -> WhyNotSettle | None:
    if not word.strip():
        return WhyNotSettle.WORD_MISSING
    return WhyNotSettle.WORD_TOO_LONG if len(word.strip()) > LONGEST_WORD else None


def why_not_picked(
    picked: Sequence[str], *, tied: Sequence[str], places: int, costs: Sequence[int] = (), money: int = 0
) -> WhyNotSettle | None:
    """`places`: how many of the tied there is room for. In a budget (`costs`, cents by option) what the money pays."""
    if not picked:
        return WhyNotSettle.NOTHING_PICKED
    if len(set(picked)) < len(picked) or not set(picked) <= set(tied):
        return WhyNotSettle.NOT_AMONG_THE_TIED
    if costs:
        paid = sum(costs[int(choice) - 1] for choice in picked)
        return WhyNotSettle.TOO_EXPENSIVE if paid > money else None
    return WhyNotSettle.WRONG_NUMBER if len(picked) != places else None
