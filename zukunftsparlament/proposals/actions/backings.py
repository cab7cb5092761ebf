""" "Will ich auch", taking that back, and withdrawing one's own proposal."""

from enum import Enum

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.people.actions import tell
from zukunftsparlament.proposals.actions.steps import record_step
from zukunftsparlament.proposals.queries.authors import authors_of
from zukunftsparlament.proposals.queries.numbers import fits
from zukunftsparlament.proposals.queries.pages import backings_needed
from zukunftsparlament.proposals.rules import Stage, becomes_ripe, why_not_back, why_not_change
from zukunftsparlament.proposals.rules.around import why_not_withdraw

LOCKED = Sql("SELECT id, title, author, stage FROM proposal WHERE number = $1 {for_update}")
HAS_BACKED = Sql("SELECT id FROM backing WHERE proposal = $1 AND member = $2")
ADD = Sql("INSERT INTO backing (proposal, member) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id")
REMOVE = Sql("DELETE FROM backing WHERE proposal = $1 AND member = $2 RETURNING id")
ONE_MORE = Sql("UPDATE proposal SET backings = backings + 1 WHERE id = $1 RETURNING backings")
ONE_LESS = Sql("UPDATE proposal SET backings = backings - 1 WHERE id = $1")
NOTE_RIPE = Sql("UPDATE proposal SET ripe_at = $2 WHERE id = $1 AND ripe_at IS NULL RETURNING id")
NOTE_WITHDRAWN = Sql("UPDATE proposal SET withdrawn_at = $2 WHERE id = $1")


class Backed(Enum):
    IS_IN_NOW = "is_in_now"
    WAS_IN_ALREADY = "was_in_already"


async def back(number: int, member: int) -> Backed:
    """One person, one backing, however often somebody taps. Raises Missing, or Refused with the reason.

    Nobody listening is told: pages kept in memory are two seconds old at most.
    """
    async with writing():
        proposal = await _locked(number)
        if await HAS_BACKED.row(proposal["id"], member):
            return Backed.WAS_IN_ALREADY
        if why_not := why_not_back(Stage(proposal["stage"]), is_author=member in await authors_of(proposal["id"])):
            raise Refused(why_not)
        if not await ADD.rows(proposal["id"], member):  # another tap came between: the unique index has the last word
            return Backed.WAS_IN_ALREADY
        backings = int(await ONE_MORE.value(proposal["id"]))
        if becomes_ripe(Stage(proposal["stage"]), backings, needed=await backings_needed()):
            await _note_ripe(proposal, number)
    return Backed.IS_IN_NOW


async def take_back(number: int, member: int) -> None:
    """Undo. Taking back what is not there changes nothing; a ripe proposal stays ripe."""
    async with writing():
        proposal = await _locked(number)
        if not await HAS_BACKED.row(proposal["id"], member):
            return
        if why_not := why_not_change(Stage(proposal["stage"])):
            raise Refused(why_not)
        if await REMOVE.rows(proposal["id"], member):
            await ONE_LESS.rows(proposal["id"])


async def withdraw(number: int, author: int, *, reason: str) -> None:
    """`reason` (checked by the caller) stands in the timeline for everybody. Missing unless it is one's own.

    Refused as long as others have written it too: whoever no longer wants it leaves it to them.
    """
    async with writing():
        proposal = await _locked(number)
        authors = await authors_of(proposal["id"])
        if author not in authors:
            raise Missing
        stage = Stage(proposal["stage"])
        if stage is Stage.WITHDRAWN:
            return  # a second tap
        if why_not := why_not_change(stage) or why_not_withdraw(authors=len(authors)):
            raise Refused(why_not)
        await NOTE_WITHDRAWN.rows(proposal["id"], now())
        await record_step(proposal["id"], "withdrawn", but=authors, reason=reason)


async def _locked(number: int) -> Row:
    proposal = await LOCKED.row(fits(number))
    if proposal is None:
        raise Missing
    return proposal


async def _note_ripe(proposal: Row, number: int) -> None:
    if not await NOTE_RIPE.rows(proposal["id"], now()):
        return
    authors = await authors_of(proposal["id"])
    await record_step(proposal["id"], "ripe", but=authors)
    await tell(authors, "proposal_ripe", address=f"/vorschlaege/{number}", title=proposal["title"], number=number)
