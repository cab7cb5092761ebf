"""Settling a report: what was reported stays, or goes with a reason to its author."""

import json
from dataclasses import dataclass

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.actions import tell
from zukunftsparlament.proposals.actions.steps import record_step
from zukunftsparlament.proposals.queries import reports
from zukunftsparlament.proposals.queries.reports import OneReport
from zukunftsparlament.proposals.rules import COLLECTING
from zukunftsparlament.proposals.rules.moderation import Verdict

LOCK = Sql("SELECT id FROM report WHERE token = $1 {for_update}")
LOCK_PROPOSAL = Sql("SELECT id FROM proposal WHERE number = $1 {for_update}")
LOCK_COMMENT = Sql("SELECT id FROM comment WHERE id = $1 {for_update}")
SETTLE = {
    "comment": Sql(
        "UPDATE report SET settled_at = $2, outcome = $3, office_words = $4 WHERE comment = $1 AND settled_at IS NULL "
        "RETURNING reporter"
    ),
    "proposal": Sql(
        "UPDATE report SET settled_at = $2, outcome = $3, office_words = $4 WHERE proposal = $1 AND settled_at IS NULL "
        "RETURNING reporter"
    ),
}
REMOVE_COMMENT = Sql("UPDATE comment SET removed_at = $2, removed_because = $3 WHERE id = $1 AND removed_at IS NULL")
COUNT_DOWN = Sql("UPDATE proposal SET comments = comments - 1 WHERE number = $1")
WORDS = Sql("SELECT title, text, reason, for_whom, place FROM proposal WHERE id = $1")
EMPTY_PROPOSAL = Sql(
    "UPDATE proposal SET title = $2, text = '', reason = '', for_whom = '', place = '', changed_at = $3 WHERE id = $1"
)
KEEP_WORDS = Sql("UPDATE report SET removed_words = $2 WHERE token = $1")

OUTCOMES = {Verdict.REMOVE: "removed", Verdict.KEEP: "kept"}


@dataclass(frozen=True, slots=True)
class Instead:
    """What stands on the page of a removed proposal from now on, for everybody."""

    title: str
    why: str


async def settle(token: str, verdict: Verdict, words: str, *, instead: Instead, actor: str) -> tuple[OneReport, bool]:
    """The report as it is now, and whether this verdict made it so. All open reports about the same thing are settled.

    `words` go to the author of what is removed.
    """
    async with writing():
        report = await reports.report(token)
        await LOCK_PROPOSAL.rows(report.under)  # before what stands under it, as everywhere in this room
        if report.comment_id:
            await LOCK_COMMENT.rows(report.comment_id)
        await LOCK.rows(token)
        report = await reports.report(token)
        if report.settled_at is not None:
            return report, False
        if verdict is Verdict.REMOVE:
            await _remove(report, words, instead)
        await _settle_all(report, verdict, words)
        kind, number = report.subject
        await record(actor=actor, verb=verdict.value, subject_kind=kind, subject_number=number)
        return await reports.report(token), True


async def _remove(report: OneReport, words: str, instead: Instead) -> None:
    if report.comment_id:
        if report.removed_at is None:
            await REMOVE_COMMENT.rows(report.comment_id, now(), words)
            await COUNT_DOWN.rows(report.under)
            announce("proposals", f"proposal-{report.under}")
    elif report.proposal_id:
        await _empty_proposal(report, report.proposal_id, instead)
    if report.author is not None:
        await tell([report.author], "removed", address="", title=report.title, reason=words)


async def _empty_proposal(report: OneReport, proposal_id: int, instead: Instead) -> None:
    """Its words go, its number and what was decided about it stay: others point at them.

    They are kept beside the report, where only the office looks, as the author may object.
    """
    said = await WORDS.row(proposal_id)
    await KEEP_WORDS.rows(report.token, json.dumps(said, ensure_ascii=False, sort_keys=True))
    await EMPTY_PROPOSAL.rows(proposal_id, instead.title, now())
    if report.stage in COLLECTING:
        await record_step(proposal_id, "not_taken_up", reason=instead.why)
    announce("proposals", f"proposal-{report.under}")


async def _settle_all(report: OneReport, verdict: Verdict, words: str) -> None:
    """Whoever reported it is told what came of it; a reporter who has left is not."""
    kind = "comment" if report.comment_id else "proposal"
    subject = report.comment_id or report.proposal_id
    settled = await SETTLE[kind].rows(subject, now(), OUTCOMES[verdict], words)
    reporters = [row["reporter"] for row in settled if row["reporter"] is not None]
    address = "" if verdict is Verdict.REMOVE and kind == "comment" else f"/vorschlaege/{report.under}"
    await tell(reporters, "report_settled", address=address, outcome=OUTCOMES[verdict], title=report.title)
