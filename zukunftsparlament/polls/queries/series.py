"""The points of one paper, each with the poll about it or the reason why there is none."""

import json
from dataclasses import dataclass

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.queries.counted import COUNTED, CountedPoll, counted_in
from zukunftsparlament.polls.queries.polls import FULL, is_a_number
from zukunftsparlament.polls.queries.rows import Poll, poll_in

SERIES = (
    "SELECT s.id, s.number, s.title, s.points, v.number AS proposal_number, v.title AS proposal_title "
    "FROM poll_series s LEFT JOIN proposal v ON v.id = s.proposal"
)
BY_NUMBER = Sql(f"{SERIES} WHERE s.number = $1")
BY_ID = Sql(f"{SERIES} WHERE s.id = $1")
POLLS = Sql(f"{FULL} WHERE p.series = $1 ORDER BY p.point")
PUBLISHED = Sql(f"{COUNTED} AND p.series = $1 AND p.published_at IS NOT NULL ORDER BY p.point")


@dataclass(frozen=True, slots=True)
class PointShown:
    """`poll` is None where no vote is needed: then there is a `reason`. `counted`: once it is published."""

    number: int
    text: str
    reason: str
    poll: Poll | None
    counted: CountedPoll | None


@dataclass(frozen=True, slots=True)
class Series:
    number: int
    title: str
    size: int
    proposal_number: int | None
    proposal_title: str | None
    points: list[PointShown]

    @property
    def address(self) -> str:
        return f"/abstimmungen/reihen/{self.number}"


async def series(number: int) -> Series:
    """With all its points."""
    row = await BY_NUMBER.row(number) if is_a_number(number) else None
    if row is None:
        raise Missing
    polls = {found["point"]: poll_in(found) for found in await POLLS.rows(row["id"])}
    counted = {one.poll.point: one for one in map(counted_in, await PUBLISHED.rows(row["id"]))}
    written = enumerate(json.loads(row["points"]), start=1)
    points = [PointShown(n, one["text"], one["reason"], polls.get(n), counted.get(n)) for n, one in written]
    return Series(row["number"], row["title"], len(points), row["proposal_number"], row["proposal_title"], points)


async def series_of(poll: Poll) -> Series | None:
    """Its heading only: for the page of one of its polls."""
    row = await BY_ID.row(poll.series) if poll.series is not None else None
    if row is None:
        return None
    size = len(json.loads(row["points"]))
    return Series(row["number"], row["title"], size, row["proposal_number"], row["proposal_title"], [])
