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
    "p.released_at, p.author, m.name AS author_name, "
    "(SELECT count(*) FROM backing b WHERE b.proposal = p.id AND b.member = $2) AS backed, "
    "(SELECT count(*) FROM comment c WHERE c.proposal = p.id AND c.author = $2) AS said, "
    "i.token, i.alt, i.width, i.height, i.files "
    "FROM proposal p LEFT JOIN member m ON m.id = p.author LEFT JOIN picture i ON i.proposal = p.id "
    "AND i.shown_at IS NOT NULL AND i.removed_at IS NULL WHERE p.number = $1"
)
PICTURE = ("token", "alt", "width", "height", "files")  # of the row above
STEPS = Sql("SELECT at, stage AS kind, facts FROM proposal_step WHERE proposal = $1 ORDER BY id")


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
    author_name: str | None
    is_mine: bool
    is_backed: bool
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
    row["stage"] = Stage(row["stage"])
    shown = {name: row.pop(name) for name in PICTURE}
    picture = picture_in(shown) if shown["token"] else None
    return Found(
        **row,
        is_mine=member is not None and author == member,
        is_backed=bool(backed),
        has_spoken=bool(said),
        picture=picture,
    )


async def steps(proposal_id: int) -> list[Step]:
    return [Step(row["at"], row["kind"], json.loads(row["facts"])) for row in await STEPS.rows(proposal_id)]


async def backings_needed() -> int | None:
    """How many make a proposal ripe; None before there is a rule set."""
    try:
        return (await valid_on()).rules.backings_for_agenda
    except Missing:
        return None
