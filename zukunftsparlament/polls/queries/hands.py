"""How far the count of hands has come. Nobody sees the numbers of another before both are in."""

import json
from dataclasses import dataclass, field

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.queries.rows import Poll

COUNTS = Sql("SELECT round, actor, counts FROM hand_count WHERE poll = $1 ORDER BY round, id")
TELLERS = Sql("SELECT actor FROM poll_teller WHERE poll = $1 ORDER BY actor")
SEAT_OF = Sql(
    "SELECT a.seat FROM attendance a JOIN agenda_item i ON i.sitting = a.sitting "
    "WHERE i.id = $1 AND a.member = $2 AND a.left_at IS NULL AND a.seat IS NOT NULL"
)


@dataclass(frozen=True, slots=True)
class Hands:
    """`rounds`: what each who counts has said, by actor, the first round first. `tellers`: who else may count."""

    rounds: list[dict[str, dict[str, int]]] = field(default_factory=list)
    tellers: tuple[str, ...] = ()

    @property
    def round(self) -> int:
        """The one that is counted now, from 1: a new one begins as soon as two differ."""
        done = bool(self.rounds) and len(self.rounds[-1]) > 1
        return max(1, len(self.rounds) + (1 if done else 0))

    @property
    def now(self) -> dict[str, dict[str, int]]:
        return self.rounds[self.round - 1] if len(self.rounds) >= self.round else {}

    @property
    def counted(self) -> int:
        """How many are ready in this round: none or one."""
        return len(self.now)


async def hands_of(poll: Poll) -> Hands:
    rounds: list[dict[str, dict[str, int]]] = []
    for row in await COUNTS.rows(poll.id):
        while len(rounds) < row["round"]:
            rounds.append({})
        rounds[-1][row["actor"]] = json.loads(row["counts"])
    return Hands(rounds, tuple(row["actor"] for row in await TELLERS.rows(poll.id)))


async def seat_in_room(poll: Poll, member: int | None) -> int | None:
    """Whose vote somebody in the room holds; None for all others."""
    if poll.item is None or member is None:
        return None
    seat = await SEAT_OF.value(poll.item, member)
    return None if seat is None else int(seat)
