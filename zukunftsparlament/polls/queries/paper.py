"""Slips on paper: which were drawn, who has one, and how far the two are who enter them."""

from dataclasses import dataclass, field

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.queries.rows import Poll

SLIPS = Sql("SELECT receipt FROM paper_slip WHERE poll = $1 ORDER BY receipt")
ROLL = Sql(
    "SELECT r.seat, r.member, v.id AS paper FROM on_roll r "
    "LEFT JOIN paper_voter v ON v.poll = r.poll AND v.member = r.member "
    "WHERE r.poll = $1 AND r.seat IS NOT NULL ORDER BY r.seat"
)
ENTRIES = Sql("SELECT round, actor, fingerprint FROM paper_entry WHERE poll = $1 ORDER BY round, id")


@dataclass(frozen=True, slots=True)
class Papers:
    """`drawn`: receipts, by their letters. `seats`: members who may vote, by their seat. `entries`: who has entered
    what, the first round first."""

    drawn: list[str]
    seats: dict[int, int]
    given: list[int]  # seats
    entries: list[dict[str, bytes]] = field(default_factory=list)

    @property
    def round(self) -> int:
        """The one that is entered now, from 1: a new one begins as soon as two differ."""
        done = bool(self.entries) and len(self.entries[-1]) > 1
        return max(1, len(self.entries) + (1 if done else 0))

    @property
    def now(self) -> dict[str, bytes]:
        return self.entries[self.round - 1] if len(self.entries) >= self.round else {}

    def slips(self, poll: Poll) -> list[str]:
        """What could come back: each with its receipt, or with the seat whose it is where nothing is secret."""
        return self.drawn if poll.is_secret else [str(seat) for seat in self.given]


async def papers_of(poll: Poll) -> Papers:
    roll = await ROLL.rows(poll.id)
    entries: list[dict[str, bytes]] = []
    for row in await ENTRIES.rows(poll.id):
        while len(entries) < row["round"]:
            entries.append({})
        entries[-1][row["actor"]] = bytes(row["fingerprint"])
    return Papers(
        drawn=[row["receipt"] for row in await SLIPS.rows(poll.id)],
        seats={row["seat"]: row["member"] for row in roll},
        given=[row["seat"] for row in roll if row["paper"] is not None],
        entries=entries,
    )
