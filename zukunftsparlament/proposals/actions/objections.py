"""The author does not agree with a removal; somebody else decides, once."""

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.actions import tell
from zukunftsparlament.proposals.actions.moderation import Moderator
from zukunftsparlament.proposals.actions.putting_back import put_back
from zukunftsparlament.proposals.queries import removals
from zukunftsparlament.proposals.queries.removals import Removal
from zukunftsparlament.proposals.rules.objections import ObjectionWhyNot, Ruling, why_not_rule

# The proposal before what stands under it, as everywhere in this room.
LOCKS = (
    Sql("SELECT id FROM proposal WHERE id = (SELECT proposal FROM removal WHERE token = $1) {for_update}"),
    Sql(
        "SELECT id FROM proposal WHERE id = (SELECT c.proposal FROM comment c JOIN removal r ON r.comment = c.id "
        "WHERE r.token = $1) {for_update}"
    ),
    Sql("SELECT id FROM comment WHERE id = (SELECT comment FROM removal WHERE token = $1) {for_update}"),
    Sql("SELECT id FROM removal WHERE token = $1 {for_update}"),
)
OBJECT = Sql("UPDATE removal SET objected_at = $2, objection = $3 WHERE id = $1")
# While somebody has still to decide, no clock may take the picture away.
KEEP_PICTURE = Sql("UPDATE picture SET kept_until = NULL WHERE proposal = $1 AND removed_at IS NOT NULL")
DECIDE = Sql("UPDATE removal SET decided_at = $2, outcome = $3, answer = $4 WHERE id = $1")
REPORTERS = Sql(
    "SELECT DISTINCT reporter FROM report WHERE coalesce(proposal, 0) = $1 AND coalesce(comment, 0) = $2 "
    "AND coalesce(picture, 0) = $3 AND outcome = 'removed' AND reporter IS NOT NULL ORDER BY reporter"
)
PUT_BACK_SAYS = Sql(
    "UPDATE report SET outcome = 'restored' WHERE coalesce(proposal, 0) = $1 AND coalesce(comment, 0) = $2 "
    "AND coalesce(picture, 0) = $3 AND outcome = 'removed'"
)
OUTCOMES = {Ruling.PUT_BACK: "restored", Ruling.UPHOLD: "upheld"}


async def object_to(token: str, words: str, *, author: int) -> None:
    """Once for all authors, within its time; a second tap with the same words changes nothing.

    Raises Missing or Refused.
    """
    async with writing():
        removal = await _locked(token)
        if author not in removal.parties.authors:
            raise Missing
        if removal.objected_at is not None and removal.objection == words:
            return
        if why_not := removal.why_not_object(now()):
            raise Refused(why_not)
        await OBJECT.rows(removal.id, now(), words)
        if removal.proposal_id:
            await KEEP_PICTURE.rows(removal.proposal_id)


async def rule(token: str, ruling: Ruling, words: str, *, by: Moderator) -> tuple[Removal, bool]:
    """The removal as it was before, and whether this ruling decided it: of two at once the first counts.

    `words` go to the author. Raises Refused for whoever removed it, Missing for what only the office may see.
    """
    async with writing():
        removal = await _locked(token)
        if removal.for_the_office and by.member is not None:
            raise Missing
        if removal.objected_at is None:
            raise Refused(ObjectionWhyNot.NOT_OBJECTED)
        if removal.decided_at is not None:
            return removal, False
        why_not = why_not_rule(
            authors=removal.parties.authors,
            reporters=removal.parties.reporters,
            removed_by=removal.removed_by,
            who=(by.staff, by.member),
            for_the_office=removal.for_the_office,
        )
        if why_not:
            raise Refused(why_not)
        if ruling is Ruling.PUT_BACK:
            await put_back(removal)
        await DECIDE.rows(removal.id, now(), OUTCOMES[ruling], words)
        await _tell_all(removal, ruling, words)
        kind, number = removal.subject
        await record(actor=by.actor, verb=ruling.value, subject_kind=kind, subject_number=number)
        return removal, True


async def _tell_all(removal: Removal, ruling: Ruling, words: str) -> None:
    outcome, title = OUTCOMES[ruling], removal.was
    shown_title = title if ruling is Ruling.PUT_BACK else removal.title
    subject = (removal.proposal_id or 0, removal.comment_id or 0, removal.picture_id or 0)
    reporters = [row["reporter"] for row in await REPORTERS.rows(*subject)]
    shown = removal.address if ruling is Ruling.PUT_BACK else ""
    own, authors = shown or f"/meins/entfernt/{removal.token}", removal.parties.authors
    kind = "objection_decided" if len(authors) < 2 else "our_objection_decided"
    await tell(authors, kind, address=own, outcome=outcome, title=title, reason=words)
    await tell(reporters, "report_reviewed", address=shown, outcome=outcome, title=shown_title)
    if ruling is Ruling.PUT_BACK:
        await PUT_BACK_SAYS.rows(*subject)


async def _locked(token: str) -> Removal:
    await removals.removal(token)
    for lock in LOCKS:
        await lock.rows(token)
    return await removals.removal(token)
