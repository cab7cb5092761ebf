"""Finding somebody by the name on their card, for the office."""

from dataclasses import dataclass

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.picture_words import fold
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.queries import CARD_BY_NAME
from zukunftsparlament.people.rules import OWN_IDLE

SIGNED_IN = Sql("SELECT id FROM session WHERE member = $1 AND seen_at > $2 LIMIT 1")
ABOUT = Sql(
    "SELECT m.id, m.card_name, m.created_month, s.short AS school, t.number AS seat FROM name_key k "
    "JOIN member m ON m.id = k.member LEFT JOIN school s ON s.id = m.school LEFT JOIN seat t ON t.member = m.id "
    "WHERE k.kind = 'card' AND k.key = $1"
)


@dataclass(frozen=True, slots=True)
class Holder:
    """Enough for the office to find the person on its list of paper. `school`: None for who learns elsewhere."""

    id: int
    card_name: str
    created_month: str
    school: str | None
    seat: int | None


async def about(card_name: str) -> Holder | None:
    row = await ABOUT.row(fold(card_name))
    return Holder(**row) if row else None


async def holder_of(card_name: str) -> int | None:
    """The member with this card, whatever case and spaces are typed; None when there is no such card."""
    found = await CARD_BY_NAME.value(fold(card_name))
    return None if found is None else int(found)


async def is_around(member: int) -> bool:
    """Whether they have been signed in lately, so that a message on "Meins" will be read."""
    return await SIGNED_IN.row(member, now() - OWN_IDLE) is not None
