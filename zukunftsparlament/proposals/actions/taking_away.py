"""Whoever goes may take their public words along. Numbers, and what others said and decided, stay.

What stands in a signed list or in a document that was handed over stays there: nobody could check them else.
"""

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.proposals.actions.pictures import forget_files_of
from zukunftsparlament.proposals.actions.quoting import facts_text, quote_no_more
from zukunftsparlament.proposals.actions.steps import record_step
from zukunftsparlament.proposals.rules import COLLECTING, Stage

OWN = Sql(
    "SELECT id, number, title, stage FROM proposal WHERE author = $1 AND number IS NOT NULL AND removed_at IS NULL "
    "ORDER BY id"
)
EMPTY_PROPOSAL = Sql(
    "UPDATE proposal SET title = $2, text = '', reason = '', for_whom = '', place = '', changed_at = $3, "
    "removed_at = $3 WHERE id = $1"
)
VERSIONS = Sql("SELECT title FROM proposal_version WHERE proposal = $1")
EMPTY_VERSIONS = Sql(
    "UPDATE proposal_version SET title = $2, text = '', reason = '', for_whom = '', place = '' WHERE proposal = $1 "
    "AND number IS NOT NULL"
)
NO_OPEN_EDIT = Sql("DELETE FROM proposal_version WHERE proposal = $1 AND number IS NULL")
NO_PICTURES = Sql("DELETE FROM picture WHERE proposal = $1")
NOTE_WITHDRAWN = Sql("UPDATE proposal SET withdrawn_at = $2 WHERE id = $1")
WITHDRAWALS = Sql("SELECT id FROM proposal_step WHERE proposal = $1 AND stage = 'withdrawn'")
FORGET_REASON = Sql("UPDATE proposal_step SET facts = $2 WHERE id = $1")
EMPTY_COMMENTS = Sql(
    "UPDATE comment SET text = '', removed_at = $2, removed_because = '' WHERE author = $1 AND number IS NOT NULL "
    "AND removed_at IS NULL RETURNING proposal"
)
COUNT_DOWN = Sql("UPDATE proposal SET comments = comments - 1 WHERE id = $1")


async def take_texts_away(author: int) -> None:
    """Inside `writing()`, with the proposals locked. In the journal: which proposals, not whose."""
    for row in await EMPTY_COMMENTS.rows(author, now()):
        await COUNT_DOWN.rows(row["proposal"])
    own = await OWN.rows(author)
    for proposal in own:
        await _empty(proposal)
    for proposal in own:
        await record(actor="system", verb="take_away", subject_kind="proposal", subject_number=proposal["number"])


async def _empty(proposal: Row) -> None:
    id_ = proposal["id"]
    titles = {proposal["title"], *(row["title"] for row in await VERSIONS.rows(id_))}
    await forget_files_of(id_)
    for statement in (NO_PICTURES, NO_OPEN_EDIT):
        await statement.rows(id_)
    await EMPTY_VERSIONS.rows(id_, _instead())
    await EMPTY_PROPOSAL.rows(id_, _instead(), now())
    for step in await WITHDRAWALS.rows(id_):
        await FORGET_REASON.rows(step["id"], facts_text({"reason": _why()}))
    if Stage(proposal["stage"]) in COLLECTING:
        await NOTE_WITHDRAWN.rows(id_, now())
        await record_step(id_, "withdrawn", reason=_why())
    for title in titles:
        await quote_no_more(title, of=proposal["number"], instead=_instead())


def _instead() -> str:
    with speaking(GERMAN):
        return _("Entfernter Vorschlag")


def _why() -> str:
    with speaking(GERMAN):
        return _("Wer das vorgeschlagen hat, ist nicht mehr dabei.")
