"""Who is in the room, and whether the parliament may decide."""

from dataclasses import dataclass

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.queries import seat_count
from zukunftsparlament.procedure.queries import version
from zukunftsparlament.procedure.rules import RuleSet, is_quorate, quorum_number
from zukunftsparlament.sittings.queries.rows import Sitting

HERE = Sql(
    "SELECT a.member, a.seat, a.deputy, m.name FROM attendance a LEFT JOIN member m ON m.id = a.member "
    "WHERE a.sitting = $1 AND a.left_at IS NULL ORDER BY a.seat, a.id"
)


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody in the room. `seat`: whose vote they hold; None for a listener. `name`: "" for one who has left us."""

    member: int | None
    seat: int | None
    deputy: bool
    name: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a vote has to know of the sitting in which it is held. `needed`: seats present for a quorum."""

    sitting: Sitting
    rules: RuleSet
    seats: int
    here: tuple[Here, ...]

    @property
    def voters(self) -> list[int]:
        """Members who hold the vote of a seat, in the order of the seats."""
        return [one.member for one in self.here if one.seat is not None and one.member is not None]

    @property
    def present(self) -> int:
        return len(self.voters)

    @property
    def is_second_call(self) -> bool:
        return self.sitting.second_call_of is not None

    @property
    def needed(self) -> int:
        return quorum_number(self.rules.quorum, seats=self.seats, second_call=self.is_second_call)

    @property
    def is_quorate(self) -> bool:
        return is_quorate(self.rules.quorum, present=self.present, seats=self.seats, second_call=self.is_second_call)


async def here(sitting_id: int) -> list[Here]:
    """Those with a seat first, in the order of the seats."""
    rows = await HERE.rows(sitting_id)
    found = [Here(row["member"], row["seat"], bool(row["deputy"]), row["name"] or "") for row in rows]
    return sorted(found, key=lambda one: (one.seat is None, one.seat or 0))


async def meeting(sitting: Sitting) -> Meeting:
    rules = (await version(sitting.rule_set)).rules
    return Meeting(sitting, rules, await seat_count(), tuple(await here(sitting.id)))
