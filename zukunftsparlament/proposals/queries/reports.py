"""Reports, as those read them who settle them: one line for each thing that was reported, however often."""

from dataclasses import dataclass, replace
from datetime import datetime

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.queries.held import PER_PAGE, pages_for
from zukunftsparlament.proposals.queries.parties import NOBODY, Parties, parties
from zukunftsparlament.proposals.rules import ReportReason, Stage
from zukunftsparlament.proposals.rules.moderation import FOR_THE_OFFICE, URGENCY, URGENT

_FROM = (
    "FROM report r LEFT JOIN comment c ON c.id = r.comment JOIN proposal p ON p.id = coalesce(r.proposal, c.proposal) "
)
_KIND = "CASE WHEN r.picture IS NOT NULL THEN 'picture' WHEN r.comment IS NOT NULL THEN 'comment' ELSE 'proposal' END"
_WHENS = " ".join(f"WHEN '{reason}' THEN {urgency}" for reason, urgency in URGENCY.items())
_SAME = " AND ".join(f"coalesce(o.{part}, 0) = coalesce(r.{part}, 0)" for part in ("proposal", "comment", "picture"))
_OTHERS = f"FROM report o WHERE o.settled_at IS NULL AND {_SAME}"
_OPEN_OR_WITH_IT = f"FROM report o WHERE {_SAME} AND (o.settled_at IS NULL OR o.settled_at = r.settled_at)"
_SHUT = ", ".join(f"'{reason}'" for reason in sorted(FOR_THE_OFFICE))
_COLUMNS = (
    "r.token, r.reason, r.text, r.made_at, r.settled_at, r.outcome, r.office_words, r.reporter, "
    "r.proposal AS proposal_id, r.comment AS comment_id, r.picture AS picture_id, p.number AS under, p.title, "
    f"c.text AS said, c.number, {_KIND} AS kind, (SELECT count(*) {_OTHERS}) AS times "
)


def _urgency(of: str) -> str:
    return f"(CASE {of}.reason {_WHENS} ELSE {URGENT} END)"


# Of several reports about the same thing the most urgent one speaks for all.
_LEADS = f"NOT EXISTS (SELECT 1 {_OTHERS} AND ({_urgency('o')}, o.id) < ({_urgency('r')}, r.id))"
_OPEN = (
    f"r.settled_at IS NULL AND {_LEADS} AND ($1 = '' OR r.reason = $1) AND ($2 = '' OR {_KIND} = $2)"
    # Of what is only for grown-ups young moderators see nothing, and nothing of what they could not settle.
    f" AND ($3 = '' OR (r.reason NOT IN ({_SHUT}) AND coalesce(c.held_because, p.held_because) NOT LIKE '%worry%'))"
)
OPEN = Sql(
    f"SELECT {_COLUMNS} {_FROM} WHERE {_OPEN} ORDER BY {_urgency('r')}, r.made_at, r.id LIMIT {PER_PAGE} OFFSET $4"
)
OPEN_ONES = f"{_FROM} WHERE {_OPEN}"
URGENT_REASONS = ", ".join(f"'{reason}'" for reason, urgency in URGENCY.items() if urgency == URGENT)
HOW_MANY = Sql(f"SELECT count(*) {OPEN_ONES}")
ONE = Sql(
    f"SELECT {_COLUMNS}, p.text AS proposal_text, p.reason AS proposal_reason, p.for_whom, p.place, p.stage, "
    "p.author AS proposal_author, c.author AS comment_author, c.removed_at, m.name AS author_name, "
    f"(SELECT count(*) {_OPEN_OR_WITH_IT} AND o.reason IN ({_SHUT})) AS shut "
    f"{_FROM} LEFT JOIN member m ON m.id = coalesce(c.author, p.author) WHERE r.token = $1"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """`kind`: proposal, comment or picture. `said` is the reported contribution. `times`: how many have reported it."""

    token: str
    kind: str
    reason: str
    text: str
    made_at: datetime
    settled_at: datetime | None
    outcome: str
    office_words: str
    reporter: int | None
    proposal_id: int | None
    comment_id: int | None
    picture_id: int | None
    under: int
    title: str
    said: str | None
    number: int | None
    times: int

    @property
    def is_urgent(self) -> bool:
        return URGENCY[ReportReason(self.reason)] == URGENT

    @property
    def address(self) -> str:
        return f"/vorschlaege/{self.under}" + (f"#b{self.number}" if self.number else "")

    @property
    def subject(self) -> tuple[str, int | None]:
        """Kind and number, for the journal."""
        return (self.kind, self.number if self.comment_id else self.under)


@dataclass(frozen=True, slots=True, kw_only=True)
class OneReport(Report):
    proposal_text: str
    proposal_reason: str
    for_whom: str
    place: str
    stage: str
    proposal_author: int | None
    comment_author: int | None
    removed_at: datetime | None
    author_name: str | None
    shut: int
    parties: Parties = NOBODY

    @property
    def author(self) -> int | None:
        return self.comment_author if self.comment_id else self.proposal_author

    @property
    def own_stage(self) -> Stage | None:
        """Of a proposal that is reported itself."""
        return Stage(self.stage) if self.kind == "proposal" else None

    @property
    def is_for_the_office(self) -> bool:
        """Settled ones too, also when another one that was settled with it is."""
        return self.shut > 0 or self.reason in FOR_THE_OFFICE


@dataclass(frozen=True, slots=True)
class ReportQueue:
    reports: list[Report]
    count: int
    page: int
    pages: int


async def open_reports(page: int, *, reason: str = "", kind: str = "", by_office: bool = True) -> ReportQueue:
    """Those that nobody has settled, the most urgent first, then the oldest. Two queries."""
    asked = (reason, kind, "" if by_office else "young")
    count = int(await HOW_MANY.value(*asked))
    pages = pages_for(count)
    shown = min(max(1, page), pages)
    rows = await OPEN.rows(*asked, (shown - 1) * PER_PAGE)
    return ReportQueue([Report(**row) for row in rows], count, shown, pages)


async def how_many() -> int:
    return int(await HOW_MANY.value("", "", ""))


async def report(token: str) -> OneReport:
    row = await ONE.row(token)
    if row is None:
        raise Missing
    found = OneReport(**row)
    who = await parties(found.proposal_id, found.comment_id, found.picture_id, author=found.author)
    return replace(found, parties=who)
