"""What the times of a sitting say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

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


class InTree(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def parent(self) -> int | None: ...
    @property
    def place(self) -> int: ...


One = TypeVar("One", bound=InTree)


def numbered(items: Sequence[One]) -> list[tuple[str, One]]:
    """1, 1.1, 2 … in the order of the agenda. What hangs on an item that is not there is not there either."""
    below: dict[int | None, list[One]] = {}
    for item in sorted(items, key=lambda one: (one.place, one.id)):
        below.setdefault(item.parent, []).append(item)
    found: list[tuple[str, One]] = []

    def walk(parent: int | None, before: str) -> None:
        for count, item in enumerate(below.get(parent, []), start=1):
            number = f"{before}{count}"
            found.append((number, item))
            walk(item.id, f"{number}.")

    walk(None, "")
    return found
