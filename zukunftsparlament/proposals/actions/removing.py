"""Taking something away so that it can be put back exactly as it was, as long as its author may object."""

import json
from dataclasses import dataclass
from secrets import token_urlsafe
from typing import Any

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.actions import tell
from zukunftsparlament.proposals.actions.moderation import Moderator
from zukunftsparlament.proposals.actions.pictures import remove_picture
from zukunftsparlament.proposals.actions.quoting import quote_no_more
from zukunftsparlament.proposals.actions.steps import record_step
from zukunftsparlament.proposals.queries.reports import OneReport
from zukunftsparlament.proposals.rules import COLLECTING, Stage
from zukunftsparlament.proposals.rules.objections import until

REMOVE_COMMENT = Sql("UPDATE comment SET removed_at = $2, removed_because = $3 WHERE id = $1 AND removed_at IS NULL")
COUNT_DOWN = Sql("UPDATE proposal SET comments = comments - 1 WHERE number = $1")
WORDS = Sql("SELECT title, text, reason, for_whom, place, stage, changed_at FROM proposal WHERE id = $1")
EMPTY_PROPOSAL = Sql(
    "UPDATE proposal SET title = $2, text = '', reason = '', for_whom = '', place = '', changed_at = $3, "
    "removed_at = $3 WHERE id = $1"
)
LAST_STEP = Sql("SELECT max(id) FROM proposal_step WHERE proposal = $1")
TITLES = Sql("SELECT title FROM proposal_version WHERE proposal = $1")
WITHDRAWALS = Sql("SELECT id, facts FROM proposal_step WHERE proposal = $1 AND stage = 'withdrawn'")
SAY_OF_STEP = Sql("UPDATE proposal_step SET facts = $2 WHERE id = $1")
NOTE = Sql(
    "INSERT INTO removal (token, proposal, comment, picture, author, removed_at, by_staff, by_member, for_the_office, "
    "reason, kept, objection, outcome, answer) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', '', '')"
)
# By time, not by row id: SQLite gives the id of a deleted picture to the next one.
SHOWN_BEFORE = Sql("SELECT id FROM picture WHERE proposal = $1 AND shown_at <= $2 AND removed_at IS NULL")
KEPT = Sql("SELECT kept FROM removal WHERE token = $1")
KEEP = Sql("UPDATE removal SET kept = $2 WHERE token = $1")


@dataclass(frozen=True, slots=True)
class Instead:
    """What stands on the page of a removed proposal from now on, for everybody."""

    title: str
    why: str


async def remove(report: OneReport, words: str, instead: Instead, *, by: Moderator) -> str:
    """Inside `writing()`, all of it locked. Its authors are told `words`, and where to object.

    Returns the token of the removal.
    """
    at, token = now(), token_urlsafe(18)
    kept: dict[str, Any] = {}
    if report.comment_id:
        await REMOVE_COMMENT.rows(report.comment_id, at, words)
        await COUNT_DOWN.rows(report.under)
    elif report.proposal_id:
        if await _has_the_picture(report) and await remove_picture(report.proposal_id, until=until(at)):
            kept["picture"] = True
        if not report.picture_id:
            kept |= await _empty(report, instead)
    # Of a removed picture only the office gets the file.
    who = (at, by.staff, by.member, report.is_for_the_office or "picture" in kept)
    what = (report.proposal_id, report.comment_id, report.picture_id)
    await NOTE.rows(token, *what, report.author, *who, words, json.dumps(kept, ensure_ascii=False, default=str))
    announce("proposals", f"proposal-{report.under}")
    address = f"/meins/entfernt/{token}"
    await tell(report.parties.authors, "removed", address=address, title=report.title, reason=words)
    return token


async def _has_the_picture(report: OneReport) -> bool:
    """Not when only a picture was reported, and its author has put another in its place since."""
    return report.picture_id is None or bool(await SHOWN_BEFORE.rows(report.proposal_id, report.made_at))


async def keep_beside(token: str, **more: Any) -> None:
    """What rooms above had to take away with it. Inside the same `writing()`."""
    kept = json.loads(await KEPT.value(token) or "{}") | more
    await KEEP.rows(token, json.dumps(kept, ensure_ascii=False))


async def _empty(report: OneReport, instead: Instead) -> dict[str, Any]:
    """Its words go, its number and what was decided about it stay: others point at them."""
    proposal_id = report.proposal_id or 0
    said = await WORDS.row(proposal_id) or {}
    said["withdrawn"] = await _silence_withdrawals(proposal_id)
    said["quoted"] = await _quote_no_more(report, instead)
    await EMPTY_PROPOSAL.rows(proposal_id, instead.title, now())
    if Stage(said["stage"]) not in COLLECTING:
        return said | {"step": None}
    await record_step(proposal_id, "not_taken_up", reason=instead.why)
    return said | {"step": int(await LAST_STEP.value(proposal_id))}


async def _silence_withdrawals(proposal_id: int) -> dict[int, str]:
    """The author's own words about them, by step."""
    found = {row["id"]: row["facts"] for row in await WITHDRAWALS.rows(proposal_id)}
    for step in found:
        await SAY_OF_STEP.rows(step, "{}")
    return found


async def _quote_no_more(report: OneReport, instead: Instead) -> dict[str, list[int]]:
    """What others were told by this title, or by one that it had before: the row ids of these messages."""
    titles = {report.title, *(row["title"] for row in await TITLES.rows(report.proposal_id))} - {""}
    return {
        title: await quote_no_more(title, of=report.under, instead=instead.title, but=report.parties.authors)
        for title in sorted(titles)
    }
