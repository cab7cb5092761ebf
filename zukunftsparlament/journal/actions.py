"""Writing down official acts, and giving numbers."""

import asyncio
import json
from functools import partial
from typing import Any

from zukunftsparlament.journal import chain, head
from zukunftsparlament.kernel import deletions
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import after_commit, at_last
from zukunftsparlament.kernel.sql import Sql

TAKE_NUMBER = Sql(
    "INSERT INTO number_given (kind, highest) VALUES ($1, 1) "
    "ON CONFLICT (kind) DO UPDATE SET highest = number_given.highest + 1 RETURNING highest"
)
LAST = Sql("SELECT hash FROM journal_entry WHERE number = $1")
ADD = Sql(
    "INSERT INTO journal_entry (number, at, actor, verb, subject_kind, subject_number, details, hash) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
)


async def next_number(kind: str) -> int:
    """1, 2, 3 … for each `kind`, never the same twice, not even after an old backup was restored.

    Inside `writing()`; the row of the kind stays locked until the commit, so numbers come in commit order.
    """
    number = int(await TAKE_NUMBER.value(kind))
    after_commit(lambda: deletions.number_given(kind, number))
    return number


async def record(*, actor: str, verb: str, subject_kind: str, subject_number: int | None, **facts: Any) -> None:
    """Add an entry to the chain, inside the transaction of the act itself.

    It is written as the last thing before the commit: the end of the chain is locked then, and acts queue up for it.
    """
    details = json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":")) if facts else ""
    at_last(partial(_write, actor, verb, subject_kind, subject_number, details))


async def _write(actor: str, verb: str, subject_kind: str, subject_number: int | None, details: str) -> None:
    number = await next_number("journal")
    previous = await LAST.value(number - 1) if number > 1 else None
    at = now()
    entry = chain.Entry(number, at, actor, verb, subject_kind, subject_number, details)
    end = head.Head(number, chain.hash_of(entry, previous))
    await ADD.rows(number, at, actor, verb, subject_kind, subject_number, details, end.hash)
    await asyncio.to_thread(head.coming, end)
    after_commit(lambda: head.done(end))
