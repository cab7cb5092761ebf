"""An objection was right: everything is as it was before, words, number, counts, stage, backings and picture."""

from datetime import datetime

from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions.pictures import put_back_picture
from zukunftsparlament.proposals.actions.quoting import quote_again
from zukunftsparlament.proposals.queries.removals import Removal

COMMENT = Sql("UPDATE comment SET removed_at = NULL, removed_because = '' WHERE id = $1 RETURNING proposal")
COUNT_UP = Sql("UPDATE proposal SET comments = comments + 1 WHERE id = $1")
PROPOSAL = Sql(
    "UPDATE proposal SET title = $2, text = $3, reason = $4, for_whom = $5, place = $6, changed_at = $7, "
    "removed_at = NULL WHERE id = $1"
)
STAGE = Sql("SELECT stage FROM proposal WHERE id = $1")
# What the timeline said of the removal goes with it; the journal knows.
DROP_STEP = Sql("DELETE FROM proposal_step WHERE id = $1 AND stage = 'not_taken_up' RETURNING id")
SAY_OF_STEP = Sql("UPDATE proposal_step SET facts = $2 WHERE id = $1")
SET_STAGE = Sql("UPDATE proposal SET stage = $2 WHERE id = $1 AND stage = 'not_taken_up'")


async def put_back(removal: Removal) -> None:
    """Inside `writing()`, all of it locked."""
    if removal.comment_id:
        await COUNT_UP.rows(await COMMENT.value(removal.comment_id))
    elif removal.proposal_id and not removal.picture_id:
        await _fill(removal, removal.proposal_id)
    if removal.proposal_id and removal.kept.get("picture"):
        await put_back_picture(removal.proposal_id)
    announce("proposals", f"proposal-{removal.under}")


async def _fill(removal: Removal, proposal_id: int) -> None:
    kept = removal.kept
    words = (kept["title"], kept["text"], kept["reason"], kept["for_whom"], kept["place"])
    await PROPOSAL.rows(proposal_id, *words, datetime.fromisoformat(kept["changed_at"]))
    for step, facts in kept.get("withdrawn", {}).items():
        await SAY_OF_STEP.rows(int(step), facts)
    for title, messages in kept.get("quoted", {}).items():
        await quote_again(title, messages, said=removal.title)
    if kept["step"] and await DROP_STEP.rows(kept["step"]):
        await SET_STAGE.rows(proposal_id, kept["stage"])
