"""Writing down what happened in a sitting: for its minutes, for the journal, for every phone in the room."""

import json

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings.queries import Sitting

ADD = Sql("INSERT INTO sitting_step (sitting, at, actor, kind, item, facts) VALUES ($1, $2, $3, $4, $5, $6)")


async def happened(
    sitting: Sitting, kind: str, /, *, actor: str, item: int | None = None, in_journal: bool = False, **facts: object
) -> None:
    """The last thing inside `writing()`. `item` is a row id; `facts` name seats, never people.

    `in_journal`: an official act. A rehearsal leaves no trace there.
    """
    told = json.dumps(facts, ensure_ascii=False, sort_keys=True)
    await ADD.rows(sitting.id, now(), actor, kind, item, told)
    announce(sitting.room, "sittings")
    if in_journal and not sitting.is_rehearsal:
        await record(actor=actor, verb=kind, subject_kind="sitting", subject_number=sitting.number, **facts)
