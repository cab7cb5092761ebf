"""The last day of somebody on their seat, as the rules of procedure may set it. No birthday is stored, and no reason.

The day after, the seat is free by itself: `sittings.free_seats`, as a sitting may go on past midnight.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.people.rules import WhyNot
from zukunftsparlament.people.seats import ONE_AT_A_TIME

SEAT = Sql("SELECT id, member, last_day FROM seat WHERE number = $1")
SET = Sql("UPDATE seat SET last_day = $2 WHERE id = $1")
OVER = Sql("SELECT number FROM seat WHERE member IS NOT NULL AND last_day < $1 ORDER BY number")
SOON = timedelta(weeks=4)
FARTHEST = timedelta(days=366 * 12)


@dataclass(frozen=True, slots=True)
class Ending:
    """A seat that is about to become free; with `card_name` None it is, and waits for somebody."""

    number: int
    school: str | None
    last_day: date
    card_name: str | None

    @property
    def free_from(self) -> date:
        return self.last_day + timedelta(days=1)


async def set_last_day(number: int, day: date | None, *, actor: str) -> None:
    """None: nobody knows of an end. The journal says that there is a day, not which: it may tell a birthday.

    Raises Refused.
    """
    async with writing():
        await ONE_AT_A_TIME.rows()
        seat = await SEAT.row(number)
        if seat is None:
            raise Refused(WhyNot.SEAT_UNKNOWN)
        if seat["last_day"] == day:
            return
        if seat["member"] is None and day is not None:
            raise Refused(WhyNot.NOBODY_SITS_THERE)
        if day is not None and not today() <= day <= today() + FARTHEST:
            raise Refused(WhyNot.LAST_DAY_WRONG)
        await SET.rows(seat["id"], day)
        await record(
            actor=actor, verb="set_last_day", subject_kind="seat", subject_number=number, known=day is not None
        )


def ending(seats: Iterable[Row]) -> list[Ending]:
    """Of `seats` those that end in the next four weeks, and those that are free since their day, in their order."""
    known = (seat for seat in seats if seat["last_day"] and seat["last_day"] <= today() + SOON)
    found = [Ending(seat["number"], seat["school"], seat["last_day"], seat["member_card"]) for seat in known]
    return sorted(found, key=lambda one: (one.last_day, one.number))


async def over() -> list[int]:
    """Numbers of the seats whose last day is over, and which somebody still has."""
    return [row["number"] for row in await OVER.rows(today())]
