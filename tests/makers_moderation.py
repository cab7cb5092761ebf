"""Posts that wait, posts that are public, and reports about them, as small as possible."""

from datetime import timedelta
from secrets import token_urlsafe

from tests import makers
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions.releases import release, release_comment
from zukunftsparlament.proposals.actions.reporting import report_comment, report_proposal
from zukunftsparlament.proposals.rules import ReportReason

PROPOSAL = Sql(
    "INSERT INTO proposal (token, author, title, text, reason, for_whom, topic, place, changed_at, submitted_at, "
    "held_because, office_words, stage, backings, comments) "
    "VALUES ($1, $2, $3, 'Wir wollen das.', 'Weil es fehlt.', 'Alle', 'sport', 'Park', $4, $4, $5, '', 'held', 0, 0) "
    "RETURNING id"
)
COMMENT = Sql(
    "INSERT INTO comment (token, proposal, author, stance, text, submitted_at, held_because, office_words, "
    "removed_because) VALUES ($1, $2, $3, 'for', $4, $5, $6, '', '') RETURNING id"
)
PROPOSAL_ID = Sql("SELECT id FROM proposal WHERE number = $1")
TOKENS = Sql("SELECT token FROM report ORDER BY id")
MESSAGES = Sql("SELECT kind, facts, address FROM message WHERE member = $1 ORDER BY id")
JOURNAL = Sql("SELECT actor, verb, subject_kind, subject_number, details FROM journal_entry ORDER BY number")


async def held_proposal(*, author: int, title: str = "Skatepark", codes: str = "under_14", days_ago: int = 0) -> str:
    """Its token."""
    token = token_urlsafe(18)
    await PROPOSAL.value(token, author, title, now() - timedelta(days=days_ago), codes)
    return token


async def public_proposal(*, author: int | None = None, title: str = "Skatepark") -> int:
    """Its number."""
    author = author or await makers.member()
    return await release(int(await PROPOSAL.value(token_urlsafe(18), author, title, now(), "")))


async def held_comment(*, author: int, under: int, text: str = "Gute Idee", codes: str = "phone") -> str:
    """Its token."""
    token = token_urlsafe(18)
    await COMMENT.value(token, await PROPOSAL_ID.value(under), author, text, now(), codes)
    return token


async def public_comment(*, author: int, under: int, text: str = "Gute Idee") -> int:
    """Its number."""
    proposal = await PROPOSAL_ID.value(under)
    return await release_comment(int(await COMMENT.value(token_urlsafe(18), proposal, author, text, now(), "")))


async def reported_comment(number: int, *, reporter: int) -> str:
    """The report's token."""
    await report_comment(number, ReportReason.INSULT, "Das verletzt.", reporter=reporter)
    return str((await TOKENS.rows())[-1]["token"])


async def reported_proposal(number: int, *, reporter: int) -> str:
    """The report's token."""
    await report_proposal(number, ReportReason.HATE, "", reporter=reporter)
    return str((await TOKENS.rows())[-1]["token"])


async def told(member: int) -> list[str]:
    """The kinds of what somebody was told, oldest first."""
    return [row["kind"] for row in await MESSAGES.rows(member)]
