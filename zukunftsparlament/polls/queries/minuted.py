"""What was put to the vote in a sitting, as its minutes tell it."""

# ruff: noqa: S608  put together from constants of this room only

import json
from dataclasses import dataclass, replace

from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.polls.queries.counted import COUNTED, CountedPoll, counted_in
from zukunftsparlament.polls.queries.rows import ABOUT_PROPOSAL, COLUMNS, Poll, poll_in
from zukunftsparlament.polls.queries.ties import tie_of

HELD = Sql(
    f"SELECT {COLUMNS}, {ABOUT_PROPOSAL}, p.item, i.public AS item_public, p.present, p.second_call, p.by_hands, "
    "a.number AS amends_number, s.title AS series_title, s.points AS series_points "
    "FROM poll p JOIN agenda_item i ON i.id = p.item LEFT JOIN proposal v ON v.id = p.proposal "
    "LEFT JOIN poll a ON a.id = p.amends LEFT JOIN poll_series s ON s.id = p.series "
    "WHERE i.sitting = $1 AND p.opened_at IS NOT NULL AND p.practice = $2 ORDER BY p.opened_at, p.number"
)
PUBLISHED = Sql(
    f"{COUNTED} AND p.published_at IS NOT NULL AND p.practice = $2 "
    "AND p.item IN (SELECT id FROM agenda_item WHERE sitting = $1)"
)

# What went out of a fund because of a vote, and what was left then. What was given back later is no longer there.
PAID = Sql(
    "SELECT e.poll, e.cents, e.choice, f.source, f.year, "
    "(SELECT sum(b.cents) FROM fund_entry b WHERE b.fund = e.fund AND b.place <= e.place) AS balance "
    "FROM fund_entry e JOIN fund f ON f.id = e.fund JOIN poll p ON p.id = e.poll JOIN agenda_item i ON i.id = p.item "
    "WHERE i.sitting = $1 AND e.cents < 0 AND NOT EXISTS (SELECT 1 FROM fund_entry n WHERE n.reverses = e.id) "
    "ORDER BY e.fund, e.place"
)


@dataclass(frozen=True, slots=True)
class Paid:
    """Cents out of a fund. `left`: what was still in it afterwards."""

    choice: str
    cents: int
    fund: str
    left: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """One vote of a sitting. `item`: row id. `present`: seats whose vote was in the room when it opened.

    `counted` is None until it is published. `point`: its words, of a paper whose points were voted on one by one.
    `without_vote`: words and reason of the points of that paper that needed none.
    """

    poll: Poll
    item: int
    is_public: bool  # not where its item was dealt with behind closed doors
    present: int | None
    second_call: bool
    by_hands: bool
    amends: int | None
    paper: str
    point: str
    without_vote: tuple[tuple[str, str], ...]
    paid: tuple[Paid, ...]
    counted: CountedPoll | None

    @property
    def is_void(self) -> bool:
        return self.poll.times.voided_at is not None

    @property
    def waits(self) -> bool:
        """Whether it has no result yet that could stand in minutes."""
        return not self.is_void and self.counted is None


async def held_in(sitting_id: int, *, practice: bool = False) -> list[Held]:
    """In the order in which they were opened. `practice`: those of a rehearsal."""
    rows = await HELD.rows(sitting_id, practice)
    if not rows:
        return []
    counted = {one.poll.number: one for one in map(counted_in, await PUBLISHED.rows(sitting_id, practice))}
    for number, one in counted.items():
        counted[number] = replace(one, tie=await tie_of(one))
    paid: dict[int, list[Paid]] = {}
    for row in await PAID.rows(sitting_id):
        fund = f"{row['source']} {row['year']}"
        paid.setdefault(row["poll"], []).append(Paid(row["choice"], -row["cents"], fund, int(row["balance"])))
    return [_held(row, counted.get(row["number"]), tuple(paid.get(row["id"], ()))) for row in rows]


def _held(row: Row, counted: CountedPoll | None, paid: tuple[Paid, ...]) -> Held:
    points = json.loads(row["series_points"] or "[]")
    point = row["point"]
    return Held(
        poll=poll_in(row),
        item=row["item"],
        is_public=bool(row["item_public"]),
        present=row["present"],
        second_call=bool(row["second_call"]),
        by_hands=bool(row["by_hands"]),
        amends=row["amends_number"],
        paper=row["series_title"] or "",
        point=points[point - 1]["text"] if point and point <= len(points) else "",
        without_vote=tuple((one["text"], one["reason"]) for one in points if one["reason"]),
        paid=paid,
        counted=counted,
    )
