"""A contribution that a moderator asked about is changed and handed in again."""

from zukunftsparlament.kernel.clock import month, now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.access import Me
from zukunftsparlament.people.rules import is_premoderated
from zukunftsparlament.proposals import guard
from zukunftsparlament.proposals.rules import why_held

ASKED_BACK = Sql(
    "SELECT id FROM comment WHERE token = $1 AND author = $2 AND asked_back_at IS NOT NULL AND declined_at IS NULL "
    "AND released_at IS NULL {for_update}"
)
SAY_AGAIN = Sql(
    "UPDATE comment SET text = $2, submitted_at = $3, held_because = $4, asked_back_at = NULL WHERE id = $1"
)


async def say_again(token: str, text: str, *, me: Me) -> None:
    """It is read once more. Raises Missing for what nobody asked about, or was handed in again already."""
    async with writing():
        comment = await ASKED_BACK.value(token, me.card)
        if comment is None:
            raise Missing
        premoderated = is_premoderated(me.premoderated_until, month(now()))
        codes = why_held(premoderated=premoderated, was_asked_back=True, flags=guard.flags(text))
        await SAY_AGAIN.rows(comment, text, now(), " ".join(codes))
