"""Reading about the key cards of two-key ballot boxes."""

from dataclasses import dataclass
from typing import Any

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.queries import chair_count, office_count
from zukunftsparlament.polls import rules
from zukunftsparlament.polls.rules import KEY_CARDS, WhyNot

CARDS = Sql(
    "SELECT id, place, keeper, public_key, confirmed_at, share, turned_at, turned_share FROM poll_key_card "
    "WHERE poll = $1 ORDER BY place"
)


@dataclass(frozen=True, slots=True)
class KeyCard:
    """`share` and `turned_share` are sealed for this card: the server cannot read them."""

    id: int
    place: int
    keeper: str
    public_key: bytes
    confirmed_at: Any
    share: bytes | None
    turned_at: Any
    turned_share: bytes | None

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None

    @property
    def is_turned(self) -> bool:
        return self.turned_at is not None


@dataclass(frozen=True, slots=True)
class KeyCards:
    """The cards of one poll that are taken, in the order of their places."""

    taken: tuple[KeyCard, ...] = ()

    @property
    def confirmed(self) -> int:
        return sum(card.is_confirmed for card in self.taken)

    @property
    def missing(self) -> int:
        return KEY_CARDS - self.confirmed

    @property
    def turned(self) -> KeyCard | None:
        """The first of two that open the box; the second one counts at once."""
        return next((card for card in self.taken if card.is_turned), None)

    def of(self, keeper: str) -> KeyCard | None:
        return next((card for card in self.taken if card.keeper == keeper), None)

    def that_is(self, public_key: bytes) -> KeyCard | None:
        return next((card for card in self.taken if card.public_key == public_key), None)

    def others_than(self, keeper: str) -> list[str]:
        return [card.keeper for card in self.taken if card.keeper != keeper]

    @property
    def free_place(self) -> int:
        return min(set(range(1, KEY_CARDS + 1)) - {card.place for card in self.taken})


async def key_cards(poll_id: int) -> KeyCards:
    return KeyCards(tuple(KeyCard(**row) for row in await CARDS.rows(poll_id)))


async def why_not_two_keys() -> WhyNot | None:
    """Whether there are enough people for a two-key ballot box now."""
    return rules.why_not_two_keys(chairs=await chair_count(), office=await office_count())
