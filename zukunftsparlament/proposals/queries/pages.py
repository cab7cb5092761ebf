"""One proposal and the steps on its way."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.procedure.queries import valid_on
from zukunftsparlament.proposals.queries.numbers import fits
from zukunftsparlament.proposals.queries.pictures import Picture, picture_in
from zukunftsparlament.proposals.rules import Stage, why_not_change, why_not_talk

PROPOSAL = Sql(
    "SELECT p.id, p.number, p.title, p.text, p.reason, p.for_whom, p.topic, p.place, p.stage, p.backings, p.comments, "
    "p.released_at, p.version, p.edited_at, p.written_down, p.removed_at, p.author, m.name AS author_name, "
    "(SELECT count(*) FROM backing b WHERE b.proposal = p.id AND b.member = $2) AS backed, "
    "(SELECT count(*) FROM comment c WHERE c.proposal = p.id AND c.author = $2) AS said, "
    "(SELECT count(*) FROM co_author a WHERE a.proposal = p.id AND a.member = $2) AS joined, "
    "(SELECT count(*) FROM follower f WHERE f.proposal = p.id AND f.member = $2) AS followed, "
    "i.token, i.alt, i.width, i.height, i.files "
    "FROM proposal p LEFT JOIN member m ON m.id = p.author LEFT JOIN picture i ON i.proposal = p.id "
    "AND i.shown_at IS NOT NULL AND i.removed_at IS NULL WHERE p.number = $1"
)
PICTURE = ("token", "alt", "width", "height", "files")  # of the row above
# Who has joined comes with the steps, so that the page asks once.
STEPS = Sql(
    "SELECT at, stage AS kind, facts, '' AS joined, id, 0 AS part FROM proposal_step WHERE proposal = $1 UNION ALL "
    "SELECT a.joined_at, '', '', m.name, a.id, 1 FROM co_author a JOIN member m ON m.id = a.member "
    "WHERE a.proposal = $1 ORDER BY part, id"
)


@dataclass(frozen=True, slots=True)
class Step:
    """A dated step; `facts` is what its sentence needs."""

    at: datetime
    kind: str
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A proposal as `member` (or nobody in particular) sees it."""

    id: int
    number: int
    title: str
    text: str
    reason: str
    for_whom: str
    topic: str
    place: str
    stage: Stage
    backings: int
    comments: int
    released_at: datetime
    version: int
    edited_at: datetime | None
    written_down: str
    removed_at: datetime | None
    author_name: str | None
    is_mine: bool  # `member` is its author, or one of them
    is_backed: bool
    is_followed: bool  # without being backed
    has_spoken: bool  # `member` has said something about it, released or not
    picture: Picture | None

    @property
    def is_open(self) -> bool:
        """Whether it can be backed, and withdrawn by its author."""
        return why_not_change(self.stage) is None

    @property
    def may_be_talked_about(self) -> bool:
        return why_not_talk(self.stage) is None


async def proposal(number: int, *, member: int | None) -> Found:
    row = await PROPOSAL.row(fits(number), member or 0)
    if row is None:
        raise Missing
    author, backed, said = row.pop("author"), row.pop("backed"), row.pop("said")
    joined, followed = row.pop("joined"), row.pop("followed")
    row["stage"] = Stage(row["stage"])
    shown = {name: row.pop(name) for name in PICTURE}
    picture = picture_in(shown) if shown["token"] else None
    return Found(
        **row,
        is_mine=member is not None and (author == member or bool(joined)),
        is_backed=bool(backed),
        is_followed=bool(followed),
        has_spoken=bool(said),
        picture=picture,
    )


async def steps(proposal_id: int) -> list[Step]:
    return (await steps_and_joined(proposal_id))[0]


async def steps_and_joined(proposal_id: int) -> tuple[list[Step], list[str]]:
    """Its way, and the names of those who have joined the author, in this order."""
    rows = await STEPS.rows(proposal_id)
    way = [Step(row["at"], row["kind"], json.loads(row["facts"])) for row in rows if row["part"] == 0]
    return way, [row["joined"] or "" for row in rows if row["part"] == 1]


async def backings_needed() -> int | None:
    """How many make a proposal ripe; None before there is a rule set."""
    try:
        return (await valid_on()).rules.backings_for_agenda
    except Missing:
        return None
