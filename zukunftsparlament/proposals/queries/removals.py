"""What was removed, for its author, and for those who decide when the author does not agree."""

# ruff: noqa: S608  – only pieces of our own are put together here

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.proposals.queries.held import PER_PAGE, pages_for
from zukunftsparlament.proposals.queries.parties import NOBODY, Parties, parties
from zukunftsparlament.proposals.rules.objections import ObjectionWhyNot, until, why_not_object

_KIND = "CASE WHEN r.picture IS NOT NULL THEN 'picture' WHEN r.comment IS NOT NULL THEN 'comment' ELSE 'proposal' END"
_SELECT = (
    "SELECT r.id, r.token, r.proposal AS proposal_id, r.comment AS comment_id, r.picture AS picture_id, "
    f"{_KIND} AS kind, r.author, r.removed_at, r.by_staff, r.by_member, r.for_the_office, r.reason, r.kept, "
    "r.objected_at, r.objection, r.decided_at, r.outcome, r.answer, r.wiped_at, "
    "p.number AS under, p.title, c.number, c.text AS said, f.name AS by_name "
    "FROM removal r LEFT JOIN comment c ON c.id = r.comment JOIN proposal p ON p.id = coalesce(r.proposal, c.proposal) "
    "LEFT JOIN staff f ON f.id = r.by_staff "
)
_WAITS = "r.objected_at IS NOT NULL AND r.decided_at IS NULL"
ONE = Sql(f"{_SELECT} WHERE r.token = $1")
WAITING = Sql(f"{_SELECT} WHERE {_WAITS} ORDER BY r.objected_at, r.id LIMIT {PER_PAGE} OFFSET $1")
WAITING_FOR_THE_YOUNG = Sql(
    f"{_SELECT} WHERE {_WAITS} AND r.for_the_office = $2 ORDER BY r.objected_at, r.id LIMIT {PER_PAGE} OFFSET $1"
)
HOW_MANY = Sql(f"SELECT count(*) FROM removal r WHERE {_WAITS}")
HOW_MANY_FOR_THE_YOUNG = Sql(f"SELECT count(*) FROM removal r WHERE {_WAITS} AND r.for_the_office = $1")
OTHER_STAFF = Sql("SELECT count(*) FROM staff WHERE ended_at IS NULL AND id <> $1")
YOUNG_MODERATORS = Sql("SELECT id FROM member WHERE role = 'moderator'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """`kept`: what puts it back, `{}` once wiped. `title`: of the proposal as it stands now, `was` as it was."""

    id: int
    token: str
    kind: str
    proposal_id: int | None
    comment_id: int | None
    picture_id: int | None
    author: int | None
    removed_at: datetime
    by_staff: int | None
    by_member: int | None
    by_name: str | None
    for_the_office: bool
    reason: str
    kept: dict[str, Any]
    objected_at: datetime | None
    objection: str
    decided_at: datetime | None
    outcome: str
    answer: str
    wiped_at: datetime | None
    under: int
    title: str
    number: int | None
    said: str | None
    parties: Parties = NOBODY

    @property
    def removed_by(self) -> tuple[int | None, int | None]:
        return self.by_staff, self.by_member

    @property
    def subject(self) -> tuple[str, int | None]:
        """Kind and number, for the journal."""
        return (self.kind, self.number if self.comment_id else self.under)

    @property
    def was(self) -> str:
        """The title that everybody knew it by."""
        return str(self.kept.get("title") or self.title)

    @property
    def until(self) -> datetime:
        return until(self.removed_at)

    @property
    def address(self) -> str:
        return f"/vorschlaege/{self.under}" + (f"#b{self.number}" if self.number else "")

    def why_not_object(self, now: datetime) -> ObjectionWhyNot | None:
        return why_not_object(
            self.removed_at, has_objected=self.objected_at is not None, is_wiped=self.wiped_at is not None, now=now
        )


@dataclass(frozen=True, slots=True)
class Waiting:
    removals: list[Removal]
    count: int
    page: int
    pages: int


def _removal(row: Row) -> Removal:
    row["kept"] = json.loads(row["kept"] or "{}")
    row["for_the_office"] = bool(row["for_the_office"])
    return Removal(**row)


async def removal(token: str) -> Removal:
    row = await ONE.row(token)
    if row is None:
        raise Missing
    found = _removal(row)
    who = await parties(found.proposal_id, found.comment_id, found.picture_id, author=found.author)
    return replace(found, parties=who)


async def waiting(page: int, *, by_office: bool) -> Waiting:
    """Objections that nobody has decided, oldest first. Two queries."""
    count = int(await (HOW_MANY.value() if by_office else HOW_MANY_FOR_THE_YOUNG.value(False)))
    pages = pages_for(count)
    skip = (min(max(1, page), pages) - 1) * PER_PAGE
    rows = await (WAITING.rows(skip) if by_office else WAITING_FOR_THE_YOUNG.rows(skip, False))
    return Waiting([_removal(row) for row in rows], count, skip // PER_PAGE + 1, pages)


async def is_nobody_else(removal: Removal) -> bool:
    """Whether whoever removed it is the only one there: then the page says what to do."""
    if await OTHER_STAFF.value(removal.by_staff or 0):
        return False
    young = {row["id"] for row in await YOUNG_MODERATORS.rows()}
    return removal.for_the_office or not young - {
        removal.by_member,
        *removal.parties.authors,
        *removal.parties.reporters,
    }
