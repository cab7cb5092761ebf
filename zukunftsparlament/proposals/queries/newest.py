"""The newest proposals and the newest answer, for the start page. One query each."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.queries.walls import Card
from zukunftsparlament.proposals.rules import day_in

NEWEST = Sql(
    "SELECT p.number, p.title, p.topic, p.stage, p.backings, p.comments, p.released_at, p.author, "
    "m.name AS author_name, (SELECT count(*) FROM backing b WHERE b.proposal = p.id AND b.member = $1) AS backed, "
    "(SELECT count(*) FROM co_author a WHERE a.proposal = p.id AND a.member = $1) AS joined "
    "FROM proposal p LEFT JOIN member m ON m.id = p.author WHERE p.number IS NOT NULL "
    "AND p.stage NOT IN ('withdrawn', 'merged', 'not_taken_up') ORDER BY p.number DESC LIMIT $2"
)
ANSWER = Sql(
    "SELECT s.at, s.facts, p.number, p.title FROM proposal_step s JOIN proposal p ON p.id = s.proposal "
    "WHERE s.stage = 'answered' ORDER BY s.id DESC LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class LatestAnswer:
    number: int
    title: str
    answer: str
    reason: str
    body: str
    next_date: date | None
    given_at: datetime


async def newest(count: int, *, member: int | None) -> list[Card]:
    """Released last first; without what has been given up."""
    found = []
    for row in await NEWEST.rows(member or 0, count):
        author, joined = row.pop("author"), row.pop("joined")
        is_mine = member is not None and (author == member or bool(joined))
        found.append(Card(**row | {"is_backed": bool(row.pop("backed"))}, is_mine=is_mine))
    return found


async def latest_answer() -> LatestAnswer | None:
    row = await ANSWER.row()
    if row is None:
        return None
    facts = json.loads(row["facts"])
    return LatestAnswer(
        number=row["number"],
        title=row["title"],
        answer=str(facts.get("answer") or ""),
        reason=str(facts.get("reason") or ""),
        body=str(facts.get("body") or ""),
        next_date=day_in(facts.get("next_date")),
        given_at=row["at"],
    )
