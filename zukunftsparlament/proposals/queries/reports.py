"""Reports, as the office reads them: one line for each thing that was reported, however often."""

from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.queries.held import PER_PAGE, pages_for

_FROM = (
    "FROM report r LEFT JOIN comment c ON c.id = r.comment JOIN proposal p ON p.id = coalesce(r.proposal, c.proposal) "
)
_COLUMNS = (
    "r.token, r.reason, r.text, r.made_at, r.settled_at, r.outcome, r.office_words, r.reporter, "
    "r.proposal AS proposal_id, r.comment AS comment_id, p.number AS under, p.title, c.text AS said, c.number "
)
OPEN = Sql(f"SELECT {_COLUMNS} {_FROM} WHERE r.settled_at IS NULL ORDER BY r.made_at, r.id LIMIT {PER_PAGE} OFFSET $1")
HOW_MANY = Sql("SELECT count(*) FROM report WHERE settled_at IS NULL")
ONE = Sql(
    f"SELECT {_COLUMNS}, p.text AS proposal_text, p.reason AS proposal_reason, p.stage, p.author AS proposal_author, "
    "c.author AS comment_author, c.removed_at, m.name AS author_name "
    f"{_FROM} LEFT JOIN member m ON m.id = coalesce(c.author, p.author) WHERE r.token = $1"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """`said` is the reported contribution; None where the proposal itself was reported."""

    token: str
    reason: str
    text: str
    made_at: datetime
    settled_at: datetime | None
    outcome: str
    office_words: str
    reporter: int | None
    proposal_id: int | None
    comment_id: int | None
    under: int
    title: str
    said: str | None
    number: int | None

    @property
    def address(self) -> str:
        return f"/vorschlaege/{self.under}" + (f"#b{self.number}" if self.number else "")

    @property
    def subject(self) -> tuple[str, int | None]:
        """Kind and number, for the journal."""
        return ("comment", self.number) if self.comment_id else ("proposal", self.under)


@dataclass(frozen=True, slots=True, kw_only=True)
class OneReport(Report):
    proposal_text: str
    proposal_reason: str
    stage: str
    proposal_author: int | None
    comment_author: int | None
    removed_at: datetime | None
    author_name: str | None

    @property
    def author(self) -> int | None:
        return self.comment_author if self.comment_id else self.proposal_author


@dataclass(frozen=True, slots=True)
class ReportQueue:
    reports: list[Report]
    count: int
    page: int
    pages: int


async def open_reports(page: int) -> ReportQueue:
    """Those that nobody has settled, oldest first. Two queries."""
    count = await how_many()
    pages = pages_for(count)
    shown = min(max(1, page), pages)
    rows = await OPEN.rows((shown - 1) * PER_PAGE)
    return ReportQueue([Report(**row) for row in rows], count, shown, pages)


async def how_many() -> int:
    return int(await HOW_MANY.value())


async def report(token: str) -> OneReport:
    row = await ONE.row(token)
    if row is None:
        raise Missing
    return OneReport(**row)
