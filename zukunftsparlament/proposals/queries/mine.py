"""Everything that somebody has written, wants too or follows, for "Meins". Two queries, however much it is."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.rules import Stage

AT_MOST = 100

PROPOSALS = Sql(
    "SELECT p.number, p.token, p.title, p.topic, p.stage, p.backings, p.comments, p.changed_at, p.submitted_at, "
    "p.asked_back_at, p.declined_at, p.office_words, p.released_at, p.author, "
    "(SELECT max(s.facts) FROM proposal_step s WHERE s.id = (SELECT max(t.id) FROM proposal_step t "
    "WHERE t.proposal = p.id AND t.stage = p.stage)) AS facts, "
    "(SELECT count(*) FROM co_author j WHERE j.proposal = p.id AND j.member = $1) AS joined, "
    "(SELECT count(*) FROM backing k WHERE k.proposal = p.id AND k.member = $1) AS backed, "
    "(SELECT count(*) FROM proposal_version e WHERE e.proposal = p.id AND e.number IS NULL) AS edits "
    "FROM proposal p WHERE p.id IN (SELECT a.id FROM proposal a WHERE a.author = $1 "
    "UNION SELECT b.proposal FROM backing b WHERE b.member = $1 "
    "UNION SELECT c.proposal FROM co_author c WHERE c.member = $1 "
    "UNION SELECT f.proposal FROM follower f WHERE f.member = $1) ORDER BY p.id DESC LIMIT $2"
)
COMMENTS = Sql(
    "SELECT c.token, c.number, c.stance, c.text, c.submitted_at, c.asked_back_at, c.declined_at, c.released_at, "
    "c.removed_at, c.removed_because, c.office_words, p.number AS under, p.title FROM comment c "
    "JOIN proposal p ON p.id = c.proposal WHERE c.author = $1 ORDER BY c.id DESC LIMIT $2"
)


@dataclass(frozen=True, slots=True)
class Mine:
    """A proposal of one's own, public or not, or one that is backed or followed. `facts`: of its newest stage."""

    number: int | None
    token: str
    title: str
    topic: str
    stage: Stage
    backings: int
    comments: int
    changed_at: datetime
    submitted_at: datetime | None
    asked_back_at: datetime | None
    declined_at: datetime | None
    office_words: str
    released_at: datetime | None
    is_own: bool
    is_backed: bool
    has_edit: bool  # own ones: one that is not public, whoever of its authors writes it
    facts: dict[str, Any]

    @property
    def way(self) -> str:
        """public, draft, held, asked or declined."""
        if self.number is not None:
            return "public"
        if self.declined_at is not None:
            return "declined"
        if self.asked_back_at is not None:
            return "asked"
        return "draft" if self.submitted_at is None else "held"

    @property
    def is_worth_showing(self) -> bool:
        """A draft in which nothing was written is nothing yet."""
        return self.way != "draft" or bool(self.title)

    @property
    def address(self) -> str:
        if self.number is not None:
            return f"/vorschlaege/{self.number}"
        return f"/entwuerfe/{self.token}/1" if self.way in ("draft", "asked") else f"/entwuerfe/{self.token}"


@dataclass(frozen=True, slots=True)
class MyComment:
    token: str
    number: int | None
    stance: str
    text: str
    submitted_at: datetime
    asked_back_at: datetime | None
    declined_at: datetime | None
    released_at: datetime | None
    removed_at: datetime | None
    removed_because: str
    office_words: str
    under: int
    title: str

    @property
    def way(self) -> str:
        """public, removed, held, asked or declined."""
        if self.removed_at is not None:
            return "removed"
        if self.released_at is not None:
            return "public"
        if self.declined_at is not None:
            return "declined"
        return "asked" if self.asked_back_at is not None else "held"

    @property
    def address(self) -> str:
        return f"/vorschlaege/{self.under}" + (f"#b{self.number}" if self.way == "public" else "")


async def proposals_of(member: int) -> list[Mine]:
    """Own, backed and followed ones, the newest first."""
    found = []
    for row in await PROPOSALS.rows(member, AT_MOST):
        is_own = row.pop("author") == member or bool(row["joined"])
        is_backed, facts = bool(row.pop("backed")), json.loads(row.pop("facts") or "{}")
        has_edit = bool(row.pop("edits")) and is_own
        del row["joined"]
        found.append(
            Mine(
                **row | {"stage": Stage(row["stage"])},
                is_own=is_own,
                is_backed=is_backed,
                has_edit=has_edit,
                facts=facts,
            )
        )
    return [one for one in found if one.is_worth_showing]


async def comments_of(member: int) -> list[MyComment]:
    return [MyComment(**row) for row in await COMMENTS.rows(member, AT_MOST)]
