"""Everybody in the room may mix a picture into a lot that lies sealed: then nobody could have known what it draws.

The pictures are joined to the word that the room calls out, in the order of the seats. So what is published of a lot,
and how it is drawn again, stays as it is.
"""

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import queries, receipts
from zukunftsparlament.polls.rules.in_sitting import WhyNotHere

STIR = Sql(
    "INSERT INTO lot_stir (poll, place, seat, picture) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (poll, place, seat) DO NOTHING"
)


async def stir(number: int, picture: str, *, member: int | None) -> None:
    """One for each seat: the first one counts. Raises Refused where no lot waits, Wrong for what is no picture."""
    async with writing():
        poll = await queries.poll_for_casting(number)  # a draw locks the poll: whoever comes too late hears so
        seat = await queries.seat_in_room(poll, member)
        if seat is None:
            raise Refused(WhyNotHere.HAS_NO_SEAT_HERE)
        place = await queries.lot_waits(number)
        if place is None:
            raise Refused(WhyNotHere.NO_LOT_WAITS)
        if picture not in receipts.WORDS:
            raise Wrong({"picture": sentence(WhyNotHere.NO_PICTURE)})
        await STIR.rows(poll.id, place, seat, picture)
        announce(*poll.rooms)


async def with_pictures(number: int, word: str) -> str:
    """What the lot is drawn with: `Igel | Sitz 3 mond | Sitz 7 tür`."""
    return " | ".join([word, *(f"Sitz {seat} {picture}" for seat, picture in await queries.stirred(number))])
