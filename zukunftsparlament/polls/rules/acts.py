"""Why not open, close, count … The first reason, or None when nothing speaks against it.

Two chairs pressing at once is no error: whoever writes looks first whether the poll is there already.
"""

from zukunftsparlament.polls.rules.states import VOTES_ARE_TAKEN, PollState
from zukunftsparlament.polls.rules.words import Electorate, Secrecy, WhyNot

LONGEST_COUNTDOWN = 600  # seconds
LONGEST_REASON = 500  # characters
FEWEST_FOR_SECRECY = 3  # of two voters each would know the other's vote


def is_binding(electorate: Electorate, *, circular_votes_binding: bool) -> bool:
    """Outside a sitting only a vote of the seats can bind, and only if the rules of procedure allow it."""
    return electorate is Electorate.SEATS and circular_votes_binding


def why_not_vote(*, state: PollState, may_vote: bool, on_paper: bool = False, by_school: bool = False) -> WhyNot | None:
    if not may_vote:
        return WhyNot.NOT_THE_VOICE if by_school else WhyNot.NOT_ON_THE_ROLL
    if state in VOTES_ARE_TAKEN:
        return WhyNot.VOTES_ON_PAPER if on_paper else None
    return {
        PollState.PREPARED: WhyNot.NOT_OPEN_YET,
        PollState.COUNTED: WhyNot.ALREADY_COUNTED,
        PollState.PUBLISHED: WhyNot.ALREADY_COUNTED,
        PollState.VOID: WhyNot.VOID,
    }.get(state, WhyNot.ALREADY_CLOSED)


def why_not_open(
    *, state: PollState, roll_size: int, secrecy: Secrecy, end_has_passed: bool = False, rehearsed: bool = False
) -> WhyNot | None:
    """`end_has_passed`: the planned end came while the poll was still waiting to be opened. `rehearsed`: two alone can
    try out how a secret vote goes; that they know each other's vote then hurts nobody."""
    if state in VOTES_ARE_TAKEN:
        return WhyNot.ALREADY_OPEN
    if state is PollState.VOID:
        return WhyNot.VOID
    if state is not PollState.PREPARED:
        return WhyNot.OPENS_ONLY_ONCE
    if end_has_passed:
        return WhyNot.CLOSING_TIME_PASSED
    if roll_size < 1:
        return WhyNot.NOBODY_ON_THE_ROLL
    if secrecy is Secrecy.SECRET and roll_size < FEWEST_FOR_SECRECY and not rehearsed:
        return WhyNot.TOO_FEW_FOR_SECRECY
    return None


def why_not_close(*, state: PollState, countdown: int = 0) -> WhyNot | None:
    """`countdown` in seconds. While one runs, closing is allowed: 0 ends it at once."""
    if state in VOTES_ARE_TAKEN:
        return None if 0 <= countdown <= LONGEST_COUNTDOWN else WhyNot.COUNTDOWN_TOO_LONG
    return {PollState.PREPARED: WhyNot.NOT_OPEN_YET, PollState.VOID: WhyNot.VOID}.get(state, WhyNot.ALREADY_CLOSED)


def why_not_stop_closing(*, state: PollState) -> WhyNot | None:
    if state is PollState.CLOSING:
        return None
    if state in (PollState.PREPARED, PollState.OPEN):
        return WhyNot.NOT_CLOSING
    return WhyNot.VOID if state is PollState.VOID else WhyNot.ALREADY_CLOSED


def why_not_count(*, state: PollState, ballots: int, turnout: int, paper_waits: bool = False) -> WhyNot | None:
    """A box that holds more or fewer ballots than people have voted is never counted away."""
    if state is PollState.CLOSED and paper_waits:
        return WhyNot.PAPER_WAITS
    if state is PollState.CLOSED:
        return None if ballots == turnout else WhyNot.BOX_DIFFERS_FROM_TURNOUT
    if state in VOTES_ARE_TAKEN:
        return WhyNot.STILL_OPEN
    return {PollState.PREPARED: WhyNot.NOT_OPEN_YET, PollState.VOID: WhyNot.VOID}.get(state, WhyNot.ALREADY_COUNTED)


def why_not_publish(*, state: PollState) -> WhyNot | None:
    if state is PollState.COUNTED:
        return None
    if state is PollState.PUBLISHED:
        return WhyNot.ALREADY_PUBLISHED
    return WhyNot.VOID if state is PollState.VOID else WhyNot.NOT_COUNTED_YET


def why_not_void(
    *, state: PollState, reason: str, is_followed: bool = False, settles: bool = False, is_chair: bool = False
) -> WhyNot | None:
    """Any poll can be voided, a published one too: nothing is deleted, and everybody reads the reason.

    `is_followed`: a run-off of it, or a vote on the way, still counts. `settles`: a tie is settled by what is here; a
    chair whom that does not suit must not be able to ask again.
    """
    if state is PollState.VOID:
        return WhyNot.ALREADY_VOID
    if is_followed:
        return WhyNot.FOLLOWED_BY_ANOTHER
    if settles and is_chair:
        return WhyNot.ONLY_THE_OFFICE_VOIDS
    if not reason.strip():
        return WhyNot.REASON_MISSING
    return WhyNot.REASON_TOO_LONG if len(reason) > LONGEST_REASON else None
