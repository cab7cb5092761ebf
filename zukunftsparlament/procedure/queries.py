"""Reading the rules of procedure."""

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.procedure.rules import RuleSet, read_rule_set

VALID_ON = Sql(
    "SELECT id, number, valid_from, content FROM rule_set WHERE valid_from <= $1 "
    "ORDER BY valid_from DESC, number DESC LIMIT 1"
)
BY_ID = Sql("SELECT id, number, valid_from, content FROM rule_set WHERE id = $1")
BY_NUMBER = Sql("SELECT id, number, valid_from, content FROM rule_set WHERE number = $1")
ALL = Sql("SELECT id, number, valid_from, content FROM rule_set ORDER BY valid_from DESC, number DESC")


@dataclass(frozen=True)
class Version:
    """A version of the rules of procedure; `id` is the row that a poll points at."""

    id: int
    number: int
    rules: RuleSet


async def valid_on(day: date | None = None) -> Version:
    """The version valid on `day` (default: today). Raises Missing before the first one."""
    return _version(await VALID_ON.row(day or today()))


async def version(row_id: int) -> Version:
    return _version(await BY_ID.row(row_id))


async def by_number(number: int) -> Version:
    return _version(await BY_NUMBER.row(number))


async def versions() -> list[Version]:
    """All of them, the one that is valid last first. Of two with the same day the one entered later counts."""
    return [_version(row) for row in await ALL.rows()]


def _version(row: dict[str, object] | None) -> Version:
    if row is None:
        raise Missing
    return Version(int(str(row["id"])), int(str(row["number"])), _rules(str(row["content"])))


@lru_cache(maxsize=20)
def _rules(content: str) -> RuleSet:
    """Remembered: a version never changes, every page of a proposal asks for it, and reading takes 60 µs."""
    return read_rule_set(json.loads(content))
