"""The way of a decision through all hands it was given into, station by station."""

# ruff: noqa: S608  put together from constants of this room only

from dataclasses import dataclass
from datetime import date

from zukunftsparlament.handovers.queries.handed import local_day
from zukunftsparlament.handovers.queries.outcomes import FROM_DECISIONS, Outcome, outcome_in
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import queries as polls
from zukunftsparlament.polls.queries import CountedPoll
from zukunftsparlament.polls.tie_texts import whole_sentence

# All hand-overs of what this one holds. Where money was shared, each share has its own way.
WITH_PART = FROM_DECISIONS.replace("SELECT ", "SELECT d.choice AS part, ", 1)
ALL = Sql(
    f"{WITH_PART} WHERE EXISTS (SELECT 1 FROM handed_decision o JOIN handover w ON w.id = o.handover "
    "WHERE w.number = $1 AND o.poll = d.poll AND o.choice = d.choice) ORDER BY h.made_at, h.number, d.number"
)


@dataclass(frozen=True, slots=True)
class Voted:
    """How the decision came about. `sitting`: the number of the one in which it was held, if any."""

    on: date
    sitting: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Way:
    """`here`: the decision as the hand-over in question holds it. `voted`: None once that was voided.

    `stations`: every hand-over of it, this one among them, the oldest first.
    """

    here: Outcome
    voted: Voted | None
    stations: list[Outcome]


async def ways_of(handover: int) -> list[Way]:
    """In the order of that hand-over. Three statements. Raises Missing."""
    stations: dict[tuple[int, str], list[Outcome]] = {}
    for row in await ALL.rows(handover):
        stations.setdefault((row["poll"], row["part"]), []).append(outcome_in(row))
    here = {one.number: (one, way) for way in stations.values() for one in way if one.handover == handover}
    if not here:
        raise Missing
    counted = await polls.decided({poll for poll, _part in stations})
    return [Way(one, _voted(counted.get(one.poll)), way) for _number, (one, way) in sorted(here.items())]


def _voted(counted: CountedPoll | None) -> Voted | None:
    if counted is None or counted.poll.times.closed_at is None:
        return None
    return Voted(local_day(counted.poll.times.closed_at), counted.poll.sitting_number, whole_sentence(counted))
