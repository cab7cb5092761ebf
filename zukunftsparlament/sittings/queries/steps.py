"""What happened in a sitting, step by step."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from zukunftsparlament.kernel.sql import Sql

STEPS = Sql("SELECT at, actor, kind, item, facts FROM sitting_step WHERE sitting = $1 ORDER BY id")


@dataclass(frozen=True, slots=True)
class Step:
    """As it was written down. `item`: a row id."""

    at: datetime
    actor: str
    kind: str
    item: int | None
    facts: Mapping[str, Any]


async def steps(sitting_id: int) -> tuple[Step, ...]:
    """In the order in which it happened."""
    rows = await STEPS.rows(sitting_id)
    return tuple(Step(row["at"], row["actor"], row["kind"], row["item"], json.loads(row["facts"])) for row in rows)
