"""What the times of a sitting say."""

from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.sittings.rules.words import SittingState


@dataclass(frozen=True, kw_only=True, slots=True)
class SittingTimes:
    """In UTC. `paused_at` is None again once a pause is over; `paused_until` is what was promised."""

    starts_at: datetime
    ends_at: datetime | None = None
    invited_at: datetime | None = None
    cancelled_at: datetime | None = None
    opened_at: datetime | None = None
    paused_at: datetime | None = None
    paused_until: datetime | None = None
    closed_at: datetime | None = None


def state(times: SittingTimes) -> SittingState:
    """No clock decides here: only people open and close a sitting."""
    if times.cancelled_at:
        return SittingState.CANCELLED
    if times.closed_at:
        return SittingState.CLOSED
    if times.opened_at:
        return SittingState.PAUSED if times.paused_at else SittingState.OPEN
    return SittingState.INVITED if times.invited_at else SittingState.PLANNED
