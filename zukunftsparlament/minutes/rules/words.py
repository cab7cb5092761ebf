"""The words of this room."""

from enum import Enum


class WhyNot(Enum):
    """Why minutes cannot be confirmed, or corrected; the sentences stand in `texts.py`."""

    STILL_GOES_ON = "still_goes_on"
    VOTE_NOT_FINISHED = "vote_not_finished"
    CHANGED_MEANWHILE = "changed_meanwhile"
    PUBLIC_ALREADY = "public_already"
    NOT_YOURS_TO_CONFIRM = "not_yours_to_confirm"
    NEXT_SITTING_CONFIRMS = "next_sitting_confirms"
    ONLY_A_REHEARSAL = "only_a_rehearsal"
    NOT_PUBLIC_YET = "not_public_yet"
    NOTHING_CHANGED = "nothing_changed"
    REASON_MISSING = "reason_missing"
    REASON_TOO_LONG = "reason_too_long"
