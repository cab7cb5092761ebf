"""Steps on the way of a proposal."""

import json
from typing import Any

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.rules import is_stage

ADD_STEP = Sql("INSERT INTO proposal_step (proposal, at, stage, facts) VALUES ($1, $2, $3, $4)")
SET_STAGE = Sql("UPDATE proposal SET stage = $2 WHERE id = $1")
NUMBER = Sql("SELECT number FROM proposal WHERE id = $1")


async def record_step(proposal_id: int, kind: str, **facts: Any) -> None:
    """Write a dated step into the timeline, and set the stage when `kind` is one. Inside `writing()`.

    `facts` is what the step's sentence needs, plain values that JSON can hold. Everybody listening is told.
    """
    said = json.dumps(facts, ensure_ascii=False, sort_keys=True, default=str)
    await ADD_STEP.rows(proposal_id, now(), kind, said)
    if is_stage(kind):
        await SET_STAGE.rows(proposal_id, kind)
    number = await NUMBER.value(proposal_id)
    if number is not None:
        announce("proposals", f"proposal-{number}")
