"""Settling a report: what was reported stays, or goes with a reason to its author."""

from dataclasses import dataclass

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.actions import tell
from zukunftsparlament.proposals.actions.moderation import Moderator
from zukunftsparlament.proposals.actions.removing import Instead, remove
from zukunftsparlament.proposals.queries import reports
from zukunftsparlament.proposals.queries.reports import OneReport
from zukunftsparlament.proposals.rules.moderation import Verdict, why_not_settle

LOCK = Sql("SELECT id FROM report WHERE token = $1 {for_update}")
LOCK_PROPOSAL = Sql("SELECT id FROM proposal WHERE number = $1 {for_update}")
LOCK_COMMENT = Sql("SELECT id FROM comment WHERE id = $1 {for_update}")
SETTLE = Sql(
    "UPDATE report SET settled_at = $4, outcome = $5, office_words = $6 WHERE coalesce(proposal, 0) = $1 "
    "AND coalesce(comment, 0) = $2 AND coalesce(picture, 0) = $3 AND settled_at IS NULL RETURNING reporter"
)

OUTCOMES = {Verdict.REMOVE: "removed", Verdict.KEEP: "kept"}


@dataclass(frozen=True, slots=True)
class Settled:
    """The report as it is now, whether this verdict made it so, and where its author can object."""

    report: OneReport
    is_ours: bool
    removal: str | None = None


async def settle(token: str, verdict: Verdict, words: str, *, instead: Instead, by: Moderator) -> Settled:
    """All open reports about the same thing are settled. `words` go to the author of what is removed.

    Raises Missing for what only the office may see, Refused for what somebody else has to decide.
    """
    async with writing():
        report = await reports.report(token)
        await LOCK_PROPOSAL.rows(report.under)  # before what stands under it, as everywhere in this room
        if report.comment_id:
            await LOCK_COMMENT.rows(report.comment_id)
        await LOCK.rows(token)
        report = await reports.report(token)
        _must_be_allowed(report, by)
        if report.settled_at is not None:
            return Settled(report, False)
        removal = await remove(report, words, instead, by=by) if verdict is Verdict.REMOVE else None
        await _settle_all(await reports.report(token), verdict, words)  # by the title that it has from now on
        kind, number = report.subject
        await record(actor=by.actor, verb=verdict.value, subject_kind=kind, subject_number=number)
        return Settled(await reports.report(token), True, removal)


def _must_be_allowed(report: OneReport, by: Moderator) -> None:
    if by.member is not None and report.is_for_the_office:
        raise Missing
    who = report.parties
    why_not = why_not_settle(authors=who.authors, reporters=who.reporters, moderator=by.member, stage=report.own_stage)
    if why_not and report.settled_at is None:
        raise Refused(why_not)


async def _settle_all(report: OneReport, verdict: Verdict, words: str) -> None:
    """Whoever reported it is told what came of it; a reporter who has left is not."""
    subject = (report.proposal_id or 0, report.comment_id or 0, report.picture_id or 0)
    settled = await SETTLE.rows(*subject, now(), OUTCOMES[verdict], words)
    reporters = [row["reporter"] for row in settled if row["reporter"] is not None]
    address = "" if verdict is Verdict.REMOVE and report.kind == "comment" else f"/vorschlaege/{report.under}"
    await tell(reporters, "report_settled", address=address, outcome=OUTCOMES[verdict], title=report.title)
