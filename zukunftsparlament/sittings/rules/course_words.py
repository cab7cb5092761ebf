"""The words of the course of a sitting."""

from enum import Enum, StrEnum


class Halt(Enum):
    """Why a step in the course of a sitting cannot be taken; the sentences stand in `course_texts.py`."""

    NOT_OPEN_YET = "not_open_yet"
    TOO_EARLY = "too_early"
    IS_PAUSED = "is_paused"
    NO_SUCH_PAUSE = "no_such_pause"
    NOT_BEGUN = "not_begun"
    PART_OF_ENDED = "part_of_ended"
    PARTS_ARE_OPEN = "parts_are_open"
    VOTE_RUNS = "vote_runs"
    TIE_IS_OPEN = "tie_is_open"
    END_MISSING = "end_missing"
    REASON_MISSING = "reason_missing"
    REASON_TOO_LONG = "reason_too_long"
    AN_ITEM_RUNS = "an_item_runs"
    SOMETHING_HAPPENED = "something_happened"
    NOT_TO_REOPEN = "not_to_reopen"
    ANOTHER_COUNTDOWN = "another_countdown"
    NO_CHAIR_THERE = "no_chair_there"
    NEEDS_A_CHAIR = "needs_a_chair"
    TOO_MANY_CHAIRS = "too_many_chairs"
    SEAT_IS_EMPTY = "seat_is_empty"
    NOT_ELECTED_HERE = "not_elected_here"
    OTHER_CHAIR_GOES = "other_chair_goes"
    NO_ITEM_RUNS = "no_item_runs"
    ONLY_A_REHEARSAL = "only_a_rehearsal"
    NOT_ACCEPTED = "not_accepted"


class Next(StrEnum):
    """The one big next step."""

    OPEN = "open"
    BEGIN = "begin"
    VOTE = "vote"
    END = "end"
    RESUME = "resume"
    STOP = "stop"  # a countdown runs: either chair may stop it
    CLOSE = "close"
    WAIT = "wait"  # a vote runs, and has a big button of its own
    NOTHING = "nothing"


class Due(StrEnum):
    """What waits for a countdown because it cannot be taken back."""

    CLOSE = "close"
    END_ITEM = "end_item"
    CHAIRS = "chairs"
