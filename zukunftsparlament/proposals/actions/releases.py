"""A post becomes public: at once, or when a moderator has read it. Only now does it get its number."""

from zukunftsparlament.journal.actions import next_number, record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions.steps import record_step

PROPOSAL = Sql("SELECT number FROM proposal WHERE id = $1 {for_update}")
RELEASE = Sql("UPDATE proposal SET number = $2, released_at = $3, asked_back_at = NULL WHERE id = $1")
COMMENT = Sql("SELECT number, proposal FROM comment WHERE id = $1 {for_update}")
RELEASE_COMMENT = Sql("UPDATE comment SET number = $2, released_at = $3, asked_back_at = NULL WHERE id = $1")
COUNT_COMMENT = Sql("UPDATE proposal SET comments = comments + 1 WHERE id = $1 RETURNING number")


async def release(proposal_id: int, *, actor: str | None = None) -> int:
    """Make a proposal public and return its number. A second release changes nothing.

    `actor`: the moderator, for the journal; None when nobody had to read it. Call it last in a transaction.
    """
    async with writing():
        found = await PROPOSAL.row(proposal_id)
        if found and found["number"] is not None:
            return int(found["number"])
        number = await next_number("proposal")
        await RELEASE.rows(proposal_id, number, now())
        await record_step(proposal_id, "public")
        if actor:
            await record(actor=actor, verb="release", subject_kind="proposal", subject_number=number)
    return number


async def release_comment(comment_id: int, *, actor: str | None = None) -> int:
    """Make a contribution public and return its number. A second release changes nothing."""
    async with writing():
        found = await COMMENT.row(comment_id)
        if found and found["number"] is not None:
            return int(found["number"])
        number = await next_number("comment")
        await RELEASE_COMMENT.rows(comment_id, number, now())
        proposal = await COUNT_COMMENT.value(found["proposal"] if found else 0)
        announce("proposals", f"proposal-{proposal}")
        if actor:
            await record(actor=actor, verb="release", subject_kind="comment", subject_number=number)
    return number
