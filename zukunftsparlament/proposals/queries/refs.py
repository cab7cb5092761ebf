"""What other rooms ask about proposals."""

from dataclasses import dataclass

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.queries.numbers import fits

BY_NUMBER = Sql("SELECT id, number, title, author, stage FROM proposal WHERE number = $1")
BY_ID = Sql("SELECT id, number, title, author, stage FROM proposal WHERE id = $1 AND number IS NOT NULL")
POINTS = Sql(
    "SELECT stance, text FROM comment WHERE proposal = $1 AND released_at IS NOT NULL AND removed_at IS NULL "
    "AND stance IN ('for', 'against') ORDER BY number DESC"
)
WAY = Sql("SELECT stage FROM proposal_step WHERE proposal = $1 ORDER BY id DESC")


@dataclass(frozen=True, slots=True)
class ProposalRef:
    """A public proposal, as other rooms point at it. `author` is None for a former member."""

    id: int
    number: int
    title: str
    author: int | None
    stage: str


@dataclass(frozen=True, slots=True)
class Points:
    """What was said for and against, newest first."""

    for_: list[str]
    against: list[str]


async def row_of(number: int) -> ProposalRef:
    """Raises Missing for a number that nobody has."""
    row = await BY_NUMBER.row(fits(number))
    if row is None:
        raise Missing
    return ProposalRef(**row)


async def by_id(proposal_id: int) -> ProposalRef:
    row = await BY_ID.row(proposal_id)
    if row is None:
        raise Missing
    return ProposalRef(**row)


async def points_of(proposal_id: int) -> Points:
    rows = await POINTS.rows(proposal_id)
    return Points(
        for_=[row["text"] for row in rows if row["stance"] == "for"],
        against=[row["text"] for row in rows if row["stance"] == "against"],
    )


async def stage_before_vote(proposal_id: int) -> str:
    """Where a proposal goes back to when its poll is void: ripe if it ever was, else public."""
    kinds = {row["stage"] for row in await WAY.rows(proposal_id)}
    return "ripe" if "ripe" in kinds else "public"
