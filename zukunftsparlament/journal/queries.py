"""Reading the journal and the numbers given."""

import json
from dataclasses import dataclass
from typing import Any

from zukunftsparlament.kernel.sql import Row, Sql

NUMBERS = Sql("SELECT kind, highest FROM number_given ORDER BY kind")
PAGE = Sql(
    "SELECT number, at, actor, verb, subject_kind, subject_number, details, hash FROM journal_entry "
    "WHERE number > $1 ORDER BY number LIMIT $2"
)
OF_VERB = Sql(
    "SELECT number, subject_number, details FROM journal_entry WHERE verb = $1 AND subject_kind = $2 ORDER BY number"
)
OF_KIND = Sql("SELECT number, subject_number, details FROM journal_entry WHERE subject_kind = $1 ORDER BY number")


@dataclass(frozen=True, slots=True)
class Act:
    """An official act as the journal tells it. `subject`: the number of what it was done to, 0 without one."""

    entry: int
    subject: int
    facts: dict[str, Any]


async def acts(verb: str, kind: str) -> list[Act]:
    """What was done to things of that kind, in the order in which it was done."""
    return [_act(row) for row in await OF_VERB.rows(verb, kind)]


async def all_acts(kind: str) -> list[Act]:
    """The same of every verb."""
    return [_act(row) for row in await OF_KIND.rows(kind)]


def _act(row: Row) -> Act:
    return Act(row["number"], row["subject_number"] or 0, json.loads(row["details"] or "{}"))


async def highest_numbers() -> dict[str, int]:
    """The highest number given to each kind of thing."""
    return {row["kind"]: row["highest"] for row in await NUMBERS.rows()}


async def entries_after(number: int, *, at_most: int) -> list[Row]:
    return await PAGE.rows(number, at_most)
