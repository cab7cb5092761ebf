"""The stages on a proposal's way, and what they allow."""

from enum import StrEnum


class Stage(StrEnum):
    DRAFT = "draft"
    HELD = "held"
    PUBLIC = "public"
    RIPE = "ripe"
    IN_VOTE = "in_vote"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    TIED = "tied"
    HANDED_OVER = "handed_over"
    ANSWERED = "answered"
    DONE = "done"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    NOT_TAKEN_UP = "not_taken_up"


STAGES = frozenset(stage.value for stage in Stage)
WAITING = frozenset({Stage.DRAFT, Stage.HELD})  # not public: nobody but the author and the moderators knows of it
COLLECTING = frozenset({Stage.PUBLIC, Stage.RIPE})  # may be backed and withdrawn
GIVEN_UP = frozenset({Stage.WITHDRAWN, Stage.MERGED, Stage.NOT_TAKEN_UP})
# After such a step the stage from before comes back: nothing new, so it is not told again.
GOES_BACK = frozenset({"poll_void", "not_quorate", "taken_up_again", "alternative_chosen"})
UNDECIDED = COLLECTING | {Stage.IN_VOTE, Stage.TIED}


def is_stage(kind: str) -> bool:
    """Whether a step of this kind moves the proposal on; others (a straw poll, a void poll) are only told."""
    return kind in STAGES
