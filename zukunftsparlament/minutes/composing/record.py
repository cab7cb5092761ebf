"""Everything that minutes are made from, as `queries.record` has read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import overload

from zukunftsparlament.kernel.place import Place
from zukunftsparlament.polls.queries.elections import Election
from zukunftsparlament.polls.queries.minuted import Held
from zukunftsparlament.procedure.queries import Version
from zukunftsparlament.sittings.queries import Item, Sitting
from zukunftsparlament.sittings.queries.recorded import Recorded


@dataclass(frozen=True, slots=True)
class Motion:
    """What the proposal of an item said when it was decided."""

    proposal: int
    title: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """`motions`, `votes`, `elections`: by row id of the item.

    `about`: number and version of the minutes that an item was about; `approved`: of those that became public because
    this sitting said so. `second_call_of`: the number of that sitting.
    """

    by: Place
    sitting: Sitting
    version: Version
    second_call_of: int | None
    agenda: tuple[Item, ...]
    happened: Recorded
    votes: Mapping[int, list[Held]]
    motions: Mapping[int, Motion]
    elections: Mapping[int, list[Election]]
    about: tuple[int, int] | None
    approved: tuple[tuple[int, int], ...]

    @property
    def held(self) -> list[Held]:
        """All votes, in the order in which they were opened."""
        return sorted((one for votes in self.votes.values() for one in votes), key=_opened)

    @property
    def votes_wait(self) -> bool:
        return any(vote.waits for votes in self.votes.values() for vote in votes)


def _opened(held: Held) -> tuple[datetime, int]:
    at = held.poll.times.opened_at
    assert at, "what stands in minutes was opened"
    return at, held.poll.number


@overload
def moment(at: datetime) -> str: ...
@overload
def moment(at: None) -> None: ...
def moment(at: datetime | None) -> str | None:
    """In UTC, to the second."""
    return None if at is None else at.astimezone(UTC).replace(microsecond=0).isoformat()
