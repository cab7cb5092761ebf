"""The bell: who of the chairs leads right now. Both may do everything; the bell says who speaks for the sitting."""

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings.actions.course import seat_of
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.leading import sitting_to_lead
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.rules import Halt, SittingState, WhyNot

GIVE = Sql("UPDATE sitting SET bell = $2 WHERE id = $1")
SITS_THERE = Sql(
    "SELECT t.number FROM seat t JOIN member m ON m.id = t.member WHERE m.role = 'chair' AND t.number = $1"
)


async def take_bell(number: int, *, actor: str) -> None:
    """Always possible for a chair: the phone of the other one may have died."""
    seat = seat_of(actor)
    if seat is None:
        raise Refused(WhyNot.ONLY_CHAIRS_LEAD)
    await hand_bell(number, seat, actor=actor)


async def hand_bell(number: int, seat: int, *, actor: str, seen: int | None = None) -> None:
    """To the chair on `seat`. `seen`: who had it on the page that was tapped; has it moved since, it stays."""
    async with writing():
        sitting = await sitting_to_lead(number, actor)
        if sitting.bell == seat or (seen is not None and sitting.bell != seen):
            return
        if not sitting.goes_on:
            raise Refused(WhyNot.ALREADY_CLOSED if sitting.state is SittingState.CLOSED else Halt.NOT_OPEN_YET)
        if await SITS_THERE.row(seat) is None:
            raise Refused(Halt.NO_CHAIR_THERE)
        await move_bell(sitting, seat, actor=actor)


async def move_bell(sitting: Sitting, seat: int, *, actor: str) -> None:
    await GIVE.rows(sitting.id, seat)
    await happened(sitting, "bell", actor=actor, seat=seat)
