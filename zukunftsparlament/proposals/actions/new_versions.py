"""An edit becomes what everybody reads."""
# ruff: noqa: S608 - column names are ours

from secrets import token_urlsafe
from typing import Any

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.telling import tell_for_today
from zukunftsparlament.proposals.actions.edit_pictures import release_picture
from zukunftsparlament.proposals.actions.steps import record_step
from zukunftsparlament.proposals.queries.authors import Held, backers_of, locked
from zukunftsparlament.proposals.queries.versions import FIELDS
from zukunftsparlament.proposals.rules.around import why_not_edit_now

_SAYS = ", ".join(FIELDS)
KEEP_FIRST = Sql(
    f"INSERT INTO proposal_version (proposal, number, token, author, changed_at, submitted_at, released_at, {_SAYS}) "
    f"SELECT id, 1, $2, author, released_at, submitted_at, released_at, {_SAYS} FROM proposal WHERE id = $1"
)
NUMBER = Sql(
    "UPDATE proposal_version SET number = $2, released_at = $3, asked_back_at = NULL "
    "WHERE id = $1 AND number IS NULL RETURNING author"
)
SAY = Sql(
    "UPDATE proposal SET version = $2, edited_at = $3, changed_at = $3, "
    + ", ".join(f"{name} = (SELECT v.{name} FROM proposal_version v WHERE v.id = $4)" for name in FIELDS)
    + " WHERE id = $1"
)
UNDER = Sql("SELECT p.number FROM proposal_version v JOIN proposal p ON p.id = v.proposal WHERE v.id = $1")


async def release_edit(proposal: Held, edit_id: int) -> int:
    """The number of the new version. Inside `writing()`, the proposal locked. Raises Refused once it is voted on.

    Backings stay where they are; whoever backs it is told once and may take theirs back.
    """
    if proposal.is_removed:
        raise Missing
    if why_not := why_not_edit_now(proposal.stage):
        raise Refused(why_not)
    if proposal.version == 1:
        await KEEP_FIRST.rows(proposal.id, token_urlsafe(18))
    number = proposal.version + 1
    done = await NUMBER.row(edit_id, number, now())
    if done is None:
        return proposal.version
    await SAY.rows(proposal.id, number, now(), edit_id)
    await release_picture(proposal.id, edit_id)
    await _tell(await locked(proposal.number), number, by=done["author"])
    return number


async def _tell(proposal: Held, version: int, *, by: int | None) -> None:
    """Nobody twice: authors and backers in words of their own, all others who follow it as of any step."""
    backers = await backers_of(proposal.id)
    but = {*proposal.authors, *backers}
    await record_step(proposal.id, "edited", but=but, version=version, versions_of=proposal.number)
    said: dict[str, Any] = {"address": proposal.address, "title": proposal.title, "number": proposal.number}
    await tell_for_today(backers, "backed_edited", **said)
    others = [author for author in proposal.authors if author != by]
    await tell_for_today(others, "co_author_edited", **said)


async def release_edit_of(edit_id: int) -> int:
    """For whoever has read it: the number of the proposal."""
    number = int(await UNDER.value(edit_id))
    await release_edit(await locked(number), edit_id)
    return number
