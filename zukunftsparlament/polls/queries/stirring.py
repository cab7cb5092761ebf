"""What the room has mixed into a lot that lies sealed."""

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls.queries.counted import counted
from zukunftsparlament.polls.queries.polls import poll as find
from zukunftsparlament.polls.queries.ties import tie_of
from zukunftsparlament.polls.rules import PollState, TieState

STIRRED = Sql("SELECT seat, picture FROM lot_stir WHERE poll = $1 AND place = $2 ORDER BY seat")


async def lot_waits(number: int) -> int | None:
    """The place of the step that sealed it; None where nothing waits for being drawn."""
    if (await find(number)).state is not PollState.PUBLISHED:
        return None
    tie = await tie_of(await counted(number))
    return tie.steps[-1].place if tie and tie.stands.state is TieState.DRAWING else None


async def stirred(number: int) -> list[tuple[int, str]]:
    """Seat and picture, of the lot that waits."""
    place, poll = await lot_waits(number), await find(number)
    rows = [] if place is None else await STIRRED.rows(poll.id, place)
    return [(row["seat"], row["picture"]) for row in rows]
