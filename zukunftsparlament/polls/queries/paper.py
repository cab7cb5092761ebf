"""Slips on paper: which were drawn, who has one, and how far the two are who enter them."""

from dataclasses import dataclass, field

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.queries.in_sitting import held_at, roll_of
from zukunftsparlament.polls.queries.rows import Poll
from zukunftsparlament.polls.rules import Electorate, PollState
from zukunftsparlament.sittings import queries as sittings

SLIPS = Sql("SELECT receipt FROM paper_slip WHERE poll = $1 ORDER BY receipt")
GIVEN = Sql("SELECT seat FROM paper_seat WHERE poll = $1 ORDER BY seat")
ROLL = Sql(
    "SELECT r.seat, r.member, v.id AS paper FROM on_roll r "
    "LEFT JOIN paper_voter v ON v.poll = r.poll AND v.member = r.member "
    "WHERE r.poll = $1 AND r.seat IS NOT NULL ORDER BY r.seat"
)
ENTRIES = Sql("SELECT round, actor, fingerprint FROM paper_entry WHERE poll = $1 ORDER BY round, id")


@dataclass(frozen=True, slots=True)
class Papers:
    """`drawn`: receipts, by their letters. `seats`: members who may vote, by their seat; before the opening whoever is
    in the room for it. `given`: seats with a slip. `entries`: who has entered what, the first round first."""

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
    drawn = [row["receipt"] for row in await SLIPS.rows(poll.id)]
    if poll.state is PollState.PREPARED:
        return Papers(drawn, await _in_the_room(poll), [row["seat"] for row in await GIVEN.rows(poll.id)])
    roll = await ROLL.rows(poll.id)
    entries: list[dict[str, bytes]] = []
    for row in await ENTRIES.rows(poll.id):
        while len(entries) < row["round"]:
            entries.append({})
        entries[-1][row["actor"]] = bytes(row["fingerprint"])
    return Papers(
        drawn=drawn,
        seats={row["seat"]: row["member"] for row in roll},
        given=[row["seat"] for row in roll if row["paper"] is not None],
        entries=entries,
    )


async def _in_the_room(poll: Poll) -> dict[int, int]:
    held = await held_at(poll)
    if held is None:
        return {}
    roll = roll_of(await sittings.meeting(held.sitting), Electorate.SEATS)
    return dict(sorted((seat, member) for member, seat in roll.items() if seat is not None))
