"""Edits, co-authors, mergings and "not taken up": who may do what with a released proposal, and why not."""

from datetime import datetime, timedelta
from enum import Enum

from zukunftsparlament.proposals.rules.stages import COLLECTING, GIVEN_UP, UNDECIDED, Stage

AUTHORS_AT_MOST = 5
INVITATION_LASTS = timedelta(days=3)
OFFER_LASTS = timedelta(days=14)
UNDO_FOR = timedelta(days=1)
CODE_LENGTH = 12  # Crockford: 60 bits, behind a sign-in, a throttle and three days


class WhyNotNow(Enum):
    EDIT_IN_VOTE = "edit_in_vote"
    EDIT_DECIDED = "edit_decided"
    EDIT_GIVEN_UP = "edit_given_up"
    EDIT_IS_READ = "edit_is_read"
    NOTHING_CHANGED = "nothing_changed"
    NOT_ALONE = "not_alone"
    WRITTEN_ALREADY = "written_already"
    NO_MORE_AUTHORS = "no_more_authors"
    CODE_UNKNOWN = "code_unknown"
    NOBODY_ELSE = "nobody_else"
    NOT_UNDECIDED = "not_undecided"
    UNDO_TOO_LATE = "undo_too_late"
    SAME_PROPOSAL = "same_proposal"
    NOT_COLLECTING = "not_collecting"
    OFFERED_ALREADY = "offered_already"
    OWN_MERGING = "own_merging"


def why_not_edit_now(stage: Stage) -> WhyNotNow | None:
    """Only while it collects backings: what is voted on must be what everybody has read."""
    if stage in COLLECTING:
        return None
    if stage in GIVEN_UP:
        return WhyNotNow.EDIT_GIVEN_UP
    return WhyNotNow.EDIT_IN_VOTE if stage is Stage.IN_VOTE else WhyNotNow.EDIT_DECIDED


def why_not_withdraw(*, authors: int) -> WhyNotNow | None:
    """Nobody takes away what others wrote too: who no longer wants it leaves, and the last one may withdraw it."""
    return WhyNotNow.NOT_ALONE if authors > 1 else None


def why_not_invite(stage: Stage, *, authors: int) -> WhyNotNow | None:
    if stage not in COLLECTING:
        return WhyNotNow.NOT_COLLECTING
    return WhyNotNow.NO_MORE_AUTHORS if authors >= AUTHORS_AT_MOST else None


def why_not_leave(*, authors: int) -> WhyNotNow | None:
    return None if authors > 1 else WhyNotNow.NOBODY_ELSE


def why_not_turn_down(stage: Stage) -> WhyNotNow | None:
    """ "Nicht aufgenommen": before a vote. What is being voted on, or has been, is not turned down."""
    return None if stage in UNDECIDED - {Stage.IN_VOTE} else WhyNotNow.NOT_UNDECIDED


def why_not_undo(done_at: datetime, *, now: datetime) -> WhyNotNow | None:
    return None if now - done_at <= UNDO_FOR else WhyNotNow.UNDO_TOO_LATE


def why_not_merge(source: Stage, target: Stage, *, are_same: bool) -> WhyNotNow | None:
    if are_same:
        return WhyNotNow.SAME_PROPOSAL
    return None if {source, target} <= COLLECTING else WhyNotNow.NOT_COLLECTING
