"""A seat more, when the parliament or its rules of procedure say so."""

from dataclasses import dataclass

from zukunftsparlament.journal.actions import record
from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import minutes
from zukunftsparlament.people.rules import WhyNot
from zukunftsparlament.people.seats import ONE_AT_A_TIME

SEATS = Sql("SELECT coalesce(max(number), 0) AS highest, count(*) AS number FROM seat")
SCHOOL = Sql("SELECT id FROM school WHERE short = $1")
NEXT_PLACE = Sql("SELECT coalesce(max(place), 0) + 1 FROM seat WHERE coalesce(school, 0) = $1")
ADD = Sql("INSERT INTO seat (number, school, place) VALUES ($1, $2, $3)")

MOST_SEATS = 200
LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Why:
    """What a new seat rests on: a vote that gave `places` of them, by its number, or else a reason in words."""

    poll: int | None = None
    places: int = 0
    reason: str = ""


async def add_seat(number: int, *, school: str, why: Why, actor: str) -> None:
    """`number`: the next one, as the page showed it; there already: nothing happens. `school`: its short name, "" for
    those who learn elsewhere. Raises Refused."""
    async with writing():
        await ONE_AT_A_TIME.rows()
        (seats,) = await SEATS.rows()
        if 0 < number <= seats["highest"]:
            return
        if number != seats["highest"] + 1:
            raise Refused(WhyNot.SEAT_UNKNOWN)
        if seats["number"] >= MOST_SEATS:
            raise Refused(WhyNot.TOO_MANY_SEATS)
        await _must_be_founded(why)
        row = await SCHOOL.value(school) if school else None
        if school and row is None:
            raise Refused(WhyNot.SCHOOL_UNKNOWN)
        await ADD.rows(number, row, await NEXT_PLACE.value(row or 0))
        facts = {"poll": why.poll, "reason": why.reason, "roles": await minutes.of_roles()}
        await record(actor=actor, verb="add_seat", subject_kind="seat", subject_number=number, **facts)


async def _must_be_founded(why: Why) -> None:
    if why.poll is None:
        if not why.reason:
            raise Refused(WhyNot.SEAT_NEEDS_A_REASON)
        if len(why.reason) > LONGEST_REASON:
            raise Refused(WhyNot.SEAT_REASON_TOO_LONG)
        return
    made = sum(act.facts["poll"] == why.poll for act in await acts("add_seat", "seat"))
    if made >= why.places:
        raise Refused(WhyNot.SEATS_MADE_ALREADY if why.places else WhyNot.NO_SUCH_DECISION)
