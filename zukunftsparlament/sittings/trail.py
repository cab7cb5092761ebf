"""What has happened in a sitting, as one fingerprint that grows with each step: official acts carry it into the
journal. Whoever changes, drops or slips in a step later contradicts the next of them.

Fingerprints and no words: what young people have typed, and when each of them came, stays out of the journal.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from zukunftsparlament.kernel.sql import Sql

STEPS = Sql("SELECT at, actor, kind, item, facts FROM sitting_step WHERE sitting = $1 ORDER BY id")

# From the opening of the sitting, and from the end of an item, these stay as they are; minutes print them.
PLAN = (
    "kind", "title", "place", "starts_at", "invited_at", "urgent_reason", "late_reason", "rule_set", "second_call_of",
)  # fmt: skip
WORDS = (
    "kind", "title", "text", "owner", "public", "proposal", "cents", "money_source", "late_reason", "urgent_reason",
)  # fmt: skip
PLAN_OF = Sql(f"SELECT {', '.join(PLAN)} FROM sitting WHERE id = $1")  # noqa: S608
WORDS_OF = Sql(f"SELECT {', '.join(WORDS)} FROM agenda_item WHERE id = $1")  # noqa: S608


async def trail(sitting_id: int) -> list[int | str]:
    """How many steps there are, and the fingerprint of all of them. Inside `writing()`, the sitting locked."""
    found = fingerprints(await STEPS.rows(sitting_id))
    return [len(found), found[-1] if found else ""]


async def plan_of(sitting_id: int) -> str:
    return fingerprint(await PLAN_OF.row(sitting_id) or {}, PLAN)


async def words_of(item_id: int) -> str:
    return fingerprint(await WORDS_OF.row(item_id) or {}, WORDS)


def fingerprints(steps: Iterable[Mapping[str, Any]]) -> list[str]:
    """After each step the fingerprint of it and all before it."""
    found: list[str] = []
    for step in steps:
        own = fingerprint(step, ("at", "actor", "kind", "item", "facts"))
        found.append(hashlib.sha256(f"{found[-1] if found else ''}\n{own}".encode()).hexdigest())
    return found


def fingerprint(row: Mapping[str, Any], names: Iterable[str]) -> str:
    plain = {name: _plain(name, row[name]) for name in names}
    return hashlib.sha256(json.dumps(plain, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _plain(name: str, value: Any) -> Any:
    """The same on both stores."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return bool(value) if name == "public" else value
