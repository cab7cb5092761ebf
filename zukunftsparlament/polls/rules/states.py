"""The state of a poll, derived from its times.

Facts (opened, closed, counted …) count whatever the clock says. Plans (closes_at, the end of a countdown) come true
when the clock reaches them, and `closing_time` says which fact has to be written then: once it is, a clock that jumps
back can't reopen anything.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PollState(StrEnum):
    PREPARED = "prepared"
    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"
    COUNTED = "counted"
    PUBLISHED = "published"
    VOID = "void"


VOTES_ARE_TAKEN = frozenset({PollState.OPEN, PollState.CLOSING})


@dataclass(frozen=True, kw_only=True)
class PollTimes:
    """All in UTC. `opens_at`, `closes_at` and `closing_at` are plans, the others have happened.

    `closing_at` is the end of a running countdown; stopping it makes it None again.
    """

    opens_at: datetime | None = None
    opened_at: datetime | None = None
    closes_at: datetime | None = None
    closing_at: datetime | None = None
    closed_at: datetime | None = None
    counted_at: datetime | None = None
    published_at: datetime | None = None
    voided_at: datetime | None = None


def state(times: PollTimes, now: datetime) -> PollState:
    """A poll is never open by the clock alone: opening freezes the roll and makes the key, so somebody has to do it."""
    facts = (
        (times.voided_at, PollState.VOID),
        (times.published_at, PollState.PUBLISHED),
        (times.counted_at, PollState.COUNTED),
        (times.closed_at, PollState.CLOSED),
    )
    for happened, follows in facts:
        if happened is not None:
            return follows
    if times.opened_at is None:
        return PollState.PREPARED
    end = planned_end(times)
    if end is not None and now >= end:
        return PollState.CLOSED
    return PollState.OPEN if times.closing_at is None else PollState.CLOSING


def planned_end(times: PollTimes) -> datetime | None:
    """The first moment at which no vote is taken any more: the planned end, or that of a countdown if it is earlier."""
    ends = [end for end in (times.closes_at, times.closing_at) if end is not None]
    return min(ends, default=None)


def closing_time(times: PollTimes, now: datetime) -> datetime | None:
    """The `closed_at` to write down before anything else is done, or None when there is nothing to write."""
    closed_by_the_clock = times.closed_at is None and state(times, now) is PollState.CLOSED
    return planned_end(times) if closed_by_the_clock else None
