"""From idea to done, in numbers that add up; and how long the bodies take."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from zukunftsparlament.handovers import rules
from zukunftsparlament.handovers.queries.handed import local_day
from zukunftsparlament.kernel.sql import Sql

# A straw poll decides nothing and a practice poll is none: neither makes an idea a decision. Counted from the polls
# and decisions, which are few, not from the ideas.
IDEA = "r.released_at IS NOT NULL AND r.removed_at IS NULL"
POLLS = (
    "FROM poll p JOIN proposal r ON r.id = p.proposal {joined} WHERE p.published_at IS NOT NULL "
    f"AND p.voided_at IS NULL AND p.binding = $1 AND p.practice = $2 AND {IDEA}"
)
HANDED = "JOIN handed_decision d ON d.poll = p.id"
ANSWERED = f"{HANDED} JOIN answer a ON a.decision = d.id"
DONE = f"{ANSWERED} JOIN decision_done x ON x.decision = d.id"


def _how_many(joined: str) -> str:
    return f"(SELECT count(DISTINCT r.id) {POLLS.format(joined=joined)})"


STAGES = (  # one column each
    f"(SELECT count(*) FROM proposal r WHERE {IDEA}) AS ideas, {_how_many('')} AS decided, "  # noqa: S608  made of the words above alone
    f"{_how_many(HANDED)} AS handed_over, {_how_many(ANSWERED)} AS answered, {_how_many(DONE)} AS done"
)
BINDING = (True, False)  # the values of STAGES: what is binding, and no practice
EVERYTHING = Sql(
    "SELECT b.short AS body, h.made_at, f.given_at, p.voided_at FROM handed_decision d "
    "JOIN handover h ON h.id = d.handover JOIN body b ON b.id = h.body JOIN poll p ON p.id = d.poll "
    "LEFT JOIN answer f ON f.id = (SELECT min(y.id) FROM answer y WHERE y.decision = d.id) ORDER BY b.position, b.id"
)


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many ideas were published, and how many of these came how far. Each number is part of the one before."""

    ideas: int
    decided: int
    handed_over: int
    answered: int
    done: int


@dataclass(frozen=True, slots=True)
class Pace:
    """`days`: the median between handing over and first answer. `answers`: how many it was worked out from."""

    body: str
    days: int
    answers: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What one can look for, and how long it took. `paces`: of all together (its body is empty), then of each body."""

    bodies: Sequence[str]
    years: Sequence[int]
    paces: Sequence[Pace]


async def overview() -> Overview:
    """In one statement: bodies that were given something, years from the newest on, and the time to answer."""
    rows = await EVERYTHING.rows()
    by_body: dict[str, list[tuple[date, date]]] = {}
    for row in rows:
        if row["given_at"] and not row["voided_at"]:
            times = (local_day(row["made_at"]), local_day(row["given_at"]))
            by_body.setdefault("", []).append(times)
            by_body.setdefault(row["body"], []).append(times)
    return Overview(
        list(dict.fromkeys(row["body"] for row in rows)),
        sorted({local_day(row["made_at"]).year for row in rows}, reverse=True),
        [Pace(body, rules.days_to_answer(times) or 0, len(times)) for body, times in by_body.items()],
    )
