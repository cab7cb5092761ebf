"""Finding somebody by the name on their card, for the office."""

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.picture_words import fold
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.queries import CARD_BY_NAME
from zukunftsparlament.people.rules import OWN_IDLE

SIGNED_IN = Sql("SELECT id FROM session WHERE member = $1 AND seen_at > $2 LIMIT 1")


async def holder_of(card_name: str) -> int | None:
    """The member with this card, whatever case and spaces are typed; None when there is no such card."""
    return await CARD_BY_NAME.value(fold(card_name))


async def is_around(member: int) -> bool:
    """Whether they have been signed in lately, so that a message on "Meins" will be read."""
    return await SIGNED_IN.row(member, now() - OWN_IDLE) is not None
