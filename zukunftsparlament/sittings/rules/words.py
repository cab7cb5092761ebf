"""The words of this room."""

from enum import Enum, StrEnum


class SittingKind(StrEnum):
    OFFICIAL = "official"
    UNOFFICIAL = "unofficial"  # straw polls only
    REHEARSAL = "rehearsal"  # the same screens; leaves nothing behind


class SittingState(StrEnum):
    """Derived from times. `PLANNED`: nobody has been invited yet."""

    PLANNED = "planned"
    INVITED = "invited"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class ItemKind(StrEnum):
    OPENING = "opening"
    MINUTES = "minutes"  # the last ones
    CAME_OF_IT = "came_of_it"  # filled from hand-overs and answers
    PROPOSAL = "proposal"
    ELECTION = "election"
    REPORT = "report"
    QUESTIONS = "questions"
    OTHER = "other"


class End(StrEnum):
    """How an item ends."""

    DONE = "done"
    WITHDRAWN = "withdrawn"
    ADJOURNED = "adjourned"
    DROPPED = "dropped"


REHEARSALS_FROM = 9000  # so that the numbers of real sittings have no gaps


class WhyNot(Enum):
    """Why something cannot be done; the sentences stand in `texts.py`."""

    NOT_IN_THE_ROOM = "not_in_the_room"
    NOT_OPEN = "not_open"
    ALREADY_CLOSED = "already_closed"
    ALREADY_OPEN = "already_open"
    CANCELLED = "cancelled"
    ONLY_CHAIRS_LEAD = "only_chairs_lead"
    CHAIR_NO_MORE = "chair_no_more"
    HELPERS_WATCH = "helpers_watch"
    ITEM_HAS_ENDED = "item_has_ended"
    ANOTHER_ITEM_RUNS = "another_item_runs"
    REHEARSAL_STAYS = "rehearsal_stays"
    REHEARSAL_OVER = "rehearsal_over"
    ITEM_HAS_BEGUN = "item_has_begun"
    ONLY_URGENT_ITEMS = "only_urgent_items"
    NOTHING_PLANNED = "nothing_planned"
    NOT_OVER_YET = "not_over_yet"
    NO_SECOND_CALL = "no_second_call"
    WAS_QUORATE = "was_quorate"
    CALLED_AGAIN = "called_again"
