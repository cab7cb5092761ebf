"""Who is in the room, and whether the parliament may decide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.people.queries import seat_count
from zukunftsparlament.procedure.queries import version
from zukunftsparlament.procedure.rules import RuleSet, is_quorate, quorum_number
from zukunftsparlament.sittings.queries.rows import Sitting
from zukunftsparlament.sittings.rules.presence import InRoom, Place, is_entitled, place_for
from zukunftsparlament.sittings.rules.tree import TO_DECIDE
from zukunftsparlament.sittings.rules.words import ItemKind

HERE = Sql(
    "SELECT a.member, a.seat, a.deputy, m.name, t.member AS holder, t.deputy AS stand_in FROM attendance a "
    "LEFT JOIN member m ON m.id = a.member LEFT JOIN seat t ON t.number = a.seat "
    "WHERE a.sitting = $1 AND a.left_at IS NULL AND a.member IS NOT NULL ORDER BY a.id"
)
PLACES = Sql("SELECT number, member, deputy FROM seat ORDER BY number")


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody in the room. `seat`: whose vote they hold; None for a listener. `name`: "" for one who has left us."""

    member: int
    seat: int | None
    deputy: bool
    name: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a vote has to know of the sitting in which it is held. `needed`: seats present for a quorum.

    `of_first_call`: not about what is new in a second call, for which fewer would not be enough.
    """

    sitting: Sitting
    rules: RuleSet
    seats: int
    here: tuple[Here, ...]
    of_first_call: bool = True

    def about(self, kind: ItemKind) -> "Meeting":
        """Seen from an item of this kind. Only what was to be decided the first time is copied to a second call."""
        return replace(self, of_first_call=kind in TO_DECIDE)

    @property
    def voters(self) -> list[int]:
        """Members who hold the vote of a seat, in the order of the seats."""
        return [one.member for one in self.here if one.seat is not None]

    @property
    def present(self) -> int:
        return len(self.voters)

    @property
    def is_second_call(self) -> bool:
        return self.sitting.second_call_of is not None and self.of_first_call

    @property
    def needed(self) -> int:
        """Nobody is missing in a rehearsal: two can try out how it goes."""
        return 0 if self.sitting.is_rehearsal else self.needed_in_earnest

    @property
    def needed_in_earnest(self) -> int:
        return quorum_number(self.rules.quorum, seats=self.seats, second_call=self.is_second_call)

    @property
    def is_quorate(self) -> bool:
        if self.sitting.is_rehearsal:
            return True
        return is_quorate(self.rules.quorum, present=self.present, seats=self.seats, second_call=self.is_second_call)


async def here(sitting_id: int) -> list[Here]:
    """Those with a seat first, in the order of the seats. Whoever has lost their seat meanwhile listens."""
    found = [_here(row) for row in await HERE.rows(sitting_id)]
    return sorted(found, key=lambda one: (one.seat is None, one.seat or 0))


def _here(row: Row) -> Here:
    one = InRoom(row["member"], row["seat"], bool(row["deputy"]))
    place = Place(row["seat"], row["holder"], row["stand_in"]) if row["seat"] is not None else None
    has_vote = is_entitled(one, place)
    return Here(one.member, one.seat if has_vote else None, has_vote and one.deputy, row["name"] or "")


async def meeting(sitting: Sitting) -> Meeting:
    rules = (await version(sitting.rule_set)).rules
    return Meeting(sitting, rules, await seat_count(), tuple(await here(sitting.id)))


async def places() -> list[Place]:
    return [Place(row["number"], row["member"], row["deputy"]) for row in await PLACES.rows()]


async def free_seat_for(member: int, room: Sequence[Here]) -> int | None:
    """Number of the seat whose vote they would hold by saying once more that they are here; None where nothing would
    be different."""
    now = next((one.seat for one in room if one.member == member), None)
    seat = place_for(member, await places(), [InRoom(one.member, one.seat, one.deputy) for one in room]).seat
    return seat if seat != now else None
