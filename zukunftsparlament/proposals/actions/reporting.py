""" "Das ist nicht okay": somebody points at a proposal, its picture, or a contribution."""

from secrets import token_urlsafe

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.queries.numbers import fits
from zukunftsparlament.proposals.rules import ReportReason
from zukunftsparlament.proposals.rules.moderation import is_more_urgent

PROPOSAL = Sql("SELECT id FROM proposal WHERE number = $1 AND removed_at IS NULL {for_update}")
COMMENT = Sql("SELECT id FROM comment WHERE number = $1 AND removed_at IS NULL {for_update}")
PICTURE = Sql("SELECT id FROM picture WHERE proposal = $1 AND shown_at IS NOT NULL AND removed_at IS NULL")
MINE = Sql(
    "SELECT id, reason, text FROM report WHERE reporter = $1 AND coalesce(proposal, 0) = $2 "
    "AND coalesce(comment, 0) = $3 AND coalesce(picture, 0) = $4 AND settled_at IS NULL"
)
ADD = Sql(
    "INSERT INTO report (token, proposal, comment, picture, reporter, reason, text, made_at, outcome, office_words, "
    "removed_words) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', '', '')"
)
SAY_MORE = Sql("UPDATE report SET reason = $2, text = $3 WHERE id = $1")


async def report_proposal(number: int, reason: ReportReason, text: str, *, reporter: int) -> None:
    async with writing():
        await _report((await _id_of(PROPOSAL, number), None, None), reason, text, reporter)


async def report_comment(number: int, reason: ReportReason, text: str, *, reporter: int) -> None:
    async with writing():
        await _report((None, await _id_of(COMMENT, number), None), reason, text, reporter)


async def report_picture(number: int, reason: ReportReason, text: str, *, reporter: int) -> None:
    """Only the picture of proposal `number`. Raises Missing where there is none."""
    async with writing():
        proposal = await _id_of(PROPOSAL, number)
        picture = await PICTURE.value(proposal)
        if picture is None:
            raise Missing
        await _report((proposal, None, int(picture)), reason, text, reporter)


async def _id_of(locked: Sql, number: int) -> int:
    found = await locked.value(fits(number))
    if found is None:
        raise Missing
    return int(found)


async def _report(
    subject: tuple[int | None, int | None, int | None], reason: ReportReason, text: str, reporter: int
) -> None:
    """Twice by the same person is once: what is more urgent, or says more, stays. What is reported is locked."""
    mine = await MINE.row(reporter, *(part or 0 for part in subject))
    if mine is None:
        await ADD.rows(token_urlsafe(18), *subject, reporter, reason.value, text, now())
        return
    before = ReportReason(mine["reason"])
    await SAY_MORE.rows(
        mine["id"], reason.value if is_more_urgent(reason, before) else before.value, mine["text"] or text
    )
