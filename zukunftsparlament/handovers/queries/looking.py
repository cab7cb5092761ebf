"""Looking through what became of everything: by body, topic, state and year."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from zukunftsparlament.handovers.queries.handed import PER_PAGE, local_day, pages
from zukunftsparlament.handovers.queries.outcomes import FROM_DECISIONS, ORDER, Outcome, Reply, outcome_in
from zukunftsparlament.kernel.clock import HERE, today
from zukunftsparlament.kernel.sql import Sql

ANSWERS = (
    "SELECT a.answer, a.reason, a.next_date, a.given_at, h.number AS handover, d.number FROM answer a "
    "JOIN handed_decision d ON d.id = a.decision JOIN handover h ON h.id = d.handover WHERE h.number IN ({}) "
    "ORDER BY a.id"
)


COUNTED = FROM_DECISIONS.replace("SELECT ", "SELECT count(*) OVER () AS how_many, ", 1)


class State(StrEnum):
    """Where a decision stands, as one looks for it."""

    OPEN = "offen"
    OVERDUE = "ueberfaellig"
    ANSWERED = "beantwortet"
    DONE = "erledigt"


CONDITIONS = {
    State.OPEN: "a.id IS NULL AND p.voided_at IS NULL",
    State.OVERDUE: "a.id IS NULL AND p.voided_at IS NULL AND h.answer_by < {today}",
    State.ANSWERED: "a.id IS NOT NULL AND x.id IS NULL",
    State.DONE: "x.id IS NOT NULL",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for; None and empty mean everything. `body`: its short name."""

    body: str = ""
    topic: str = ""
    state: State | None = None
    year: int | None = None

    def __bool__(self) -> bool:
        return bool(self.body or self.topic or self.state or self.year)


@dataclass
class _Where:
    """Conditions and their values, numbered as the store wants them."""

    conditions: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, condition: str, *values: Any) -> None:
        places = [f"${len(self.values) + place}" for place in range(1, len(values) + 1)]
        self.values += values
        self.conditions.append(condition.format(*places))

    @property
    def words(self) -> str:
        return "WHERE " + " AND ".join(self.conditions) if self.conditions else ""


def _where(asked: Asked) -> _Where:
    found = _Where()
    if asked.body:
        found.add("b.short = {}", asked.body)
    if asked.topic:
        found.add("r.topic = {}", asked.topic)
    if asked.state is State.OVERDUE:
        found.add(CONDITIONS[State.OVERDUE].replace("{today}", "{}"), today())
    elif asked.state:
        found.add(CONDITIONS[asked.state])
    if asked.year:
        found.add("h.made_at >= {} AND h.made_at < {}", _new_year(asked.year), _new_year(asked.year + 1))
    return found


def _new_year(year: int) -> datetime:
    return datetime(min(max(year, 1), 9998), 1, 1, tzinfo=HERE).astimezone(UTC)


async def outcomes(page: int, asked: Asked | None = None) -> tuple[list[Outcome], int]:
    """The `page` (from 1) of what was handed over, and how many pages there are; 1 where this one is empty."""
    where = _where(asked or Asked())
    place = len(where.values)
    read = Sql(f"{COUNTED} {where.words} {ORDER} LIMIT ${place + 1} OFFSET ${place + 2}")
    rows = await read.rows(*where.values, PER_PAGE, PER_PAGE * (page - 1))
    return [outcome_in(row) for row in rows], pages(rows[0]["how_many"] if rows else 0)


async def earlier_answers(outcomes: Sequence[Outcome]) -> dict[tuple[int, int], list[Reply]]:
    """All answers but the newest, the oldest first, by hand-over and number. One statement, none for an empty page."""
    numbers = sorted({outcome.handover for outcome in outcomes})
    if not numbers:
        return {}
    places = ", ".join(f"${place}" for place in range(1, len(numbers) + 1))
    found: dict[tuple[int, int], list[Reply]] = {}
    for row in await Sql(ANSWERS.format(places)).rows(*numbers):
        reply = Reply(row["answer"], row["reason"], row["next_date"], local_day(row["given_at"]))
        found.setdefault((row["handover"], row["number"]), []).append(reply)
    return {key: replies[:-1] for key, replies in found.items()}
