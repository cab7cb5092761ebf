"""Writing down what happened in a sitting: for its minutes, for the journal, for every phone in the room."""

import json
from datetime import datetime

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.trail import trail

ADD = Sql("INSERT INTO sitting_step (sitting, at, actor, kind, item, facts) VALUES ($1, $2, $3, $4, $5, $6)")
TYPED = frozenset({"reason"})  # stays out of the journal


async def happened(
    sitting: Sitting,
    kind: str,
    /,
    *,
    actor: str,
    item: int | None = None,
    in_journal: bool = False,
    when: datetime | None = None,
    **facts: object,
) -> None:
    """The last thing inside `writing()`, the sitting locked. `item` is a row id; `facts` name seats, never people.

    `in_journal`: an official act, with the fingerprint of all that has happened so far. Once the sitting is over every
    step has an entry, as no official act may follow. A rehearsal leaves no trace there.
    `when`: the very moment that was written into another row too, so that `verify` can compare them.
    """
    told = json.dumps(facts, ensure_ascii=False, sort_keys=True)
    await ADD.rows(sitting.id, when or now(), actor, kind, item, told)
    announce(sitting.room, "sittings")
    if (in_journal or sitting.times.closed_at) and not sitting.is_rehearsal:
        kept = {name: fact for name, fact in facts.items() if in_journal and name not in TYPED}
        kept["trail"] = await trail(sitting.id)
        await record(actor=actor, verb=kind, subject_kind="sitting", subject_number=sitting.number, **kept)
