"""Coming and going. What rules call a place is settled here, under the lock of the sitting."""

from datetime import datetime, timedelta

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.hands import hands_down_of
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.leading import must_lead
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.rules.presence import InRoom, place_for, why_not_come, why_not_tick
from zukunftsparlament.sittings.rules.room_words import RoomWhyNot

IS_SOMEBODY = Sql("SELECT id FROM member WHERE id = $1 AND role IS NOT NULL {for_share}")
ROOM = Sql(
    "SELECT member, seat, deputy FROM attendance WHERE sitting = $1 AND left_at IS NULL AND member IS NOT NULL "
    "ORDER BY id"
)
COME = Sql("INSERT INTO attendance (sitting, member, seat, deputy, how, came_at) VALUES ($1, $2, $3, $4, $5, $6)")
# A wrong tap on "I am leaving", or a minute at the door: they were here all the time. Nobody else had the seat since.
BACK_AT_ONCE = Sql(
    "UPDATE attendance SET left_at = NULL WHERE id = (SELECT max(id) FROM attendance WHERE sitting = $1 "
    "AND (member = $2 OR seat = $3)) AND member = $2 AND seat = $3 AND deputy = $4 AND left_at >= $5 RETURNING id"
)
GO = Sql("UPDATE attendance SET left_at = $3 WHERE sitting = $1 AND member = $2 AND left_at IS NULL RETURNING seat")
FREE_SEAT = Sql(
    "UPDATE attendance SET left_at = $3 WHERE sitting = $1 AND seat = $2 AND left_at IS NULL RETURNING member"
)
AT_ONCE = timedelta(minutes=2)


async def come(number: int, member: int, *, actor: str) -> InRoom:
    """`member` is here: on their seat, standing in for one, or listening. Being here already is fine.

    The holder who arrives takes the vote back from the deputy, who listens from then on. Raises Refused.
    """
    async with writing():
        sitting = await _sitting_to_enter(number)
        if not await IS_SOMEBODY.rows(member):
            raise Missing
        place = place_for(member, await queries.places(), await _room(sitting))
        await _settle(sitting, place, now(), how="card", actor=actor)
    return place


async def leave(number: int, member: int, *, actor: str) -> None:
    """Having gone already is fine, whatever the sitting is: leaving is always possible."""
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        await _goes(sitting, member, actor=actor)


async def tick(number: int, seat: int, *, here: bool, deputy: bool = False, actor: str) -> None:
    """The chair says who is here for `seat`: its holder, the `deputy`, or (not `here`) nobody. Raises Refused."""
    async with writing():
        sitting = await _sitting_to_enter(number)
        await must_lead(actor)
        place = next((found for found in await queries.places() if found.number == seat), None)
        if not here:
            await _nobody_on(sitting, seat, actor=actor)
            return
        if why_not := why_not_tick(place, deputy=deputy):
            raise Refused(why_not)
        assert place
        member = (place.deputy if deputy else place.holder) or 0
        room, at = await _room(sitting), now()
        if deputy and any(one.member == member and one.seat not in (None, seat) for one in room):
            raise Refused(RoomWhyNot.SITS_ELSEWHERE)
        if deputy and place.holder is not None:
            await GO.rows(sitting.id, place.holder, at)
            await hands_down_of(sitting, place.holder)
        await _settle(sitting, InRoom(member, seat, deputy), at, how="chair", actor=actor)


async def _sitting_to_enter(number: int) -> Sitting:
    sitting = await queries.sitting_for_changing(number)
    if why_not := why_not_come(sitting.state, starts_at=sitting.times.starts_at, now=now()):
        raise Refused(why_not)
    return sitting


async def _room(sitting: Sitting) -> list[InRoom]:
    return [InRoom(row["member"], row["seat"], bool(row["deputy"])) for row in await ROOM.rows(sitting.id)]


async def _settle(sitting: Sitting, place: InRoom, at: datetime, *, how: str, actor: str) -> None:
    room = await _room(sitting)
    if place in room:
        return
    before = next((one for one in room if one.member == place.member), None)
    if before is not None:
        await GO.rows(sitting.id, place.member, at)
    for row in await FREE_SEAT.rows(sitting.id, place.seat, at) if place.seat is not None else ():
        if row["member"] is not None:  # whoever stood in stays, and listens
            await COME.rows(sitting.id, row["member"], None, False, how, at)
            await hands_down_of(sitting, row["member"])
    again = (sitting.id, place.member, place.seat, place.deputy, at - AT_ONCE)
    if place.seat is None or not await BACK_AT_ONCE.rows(*again):
        await COME.rows(sitting.id, place.member, place.seat, place.deputy, how, at)
    if before is not None and before.seat not in (None, place.seat):
        await happened(sitting, "left", actor=actor, when=at, seat=before.seat)
    if place.seat is None:
        announce(sitting.room)
    else:
        await happened(sitting, "came", actor=actor, when=at, seat=place.seat, deputy=place.deputy)


async def _goes(sitting: Sitting, member: int, *, actor: str) -> None:
    at = now()
    gone = await GO.row(sitting.id, member, at)
    if gone is None:
        return
    await hands_down_of(sitting, member)
    if gone["seat"] is None:
        announce(sitting.room)
    else:
        await happened(sitting, "left", actor=actor, when=at, seat=gone["seat"])


async def _nobody_on(sitting: Sitting, seat: int, *, actor: str) -> None:
    for one in await _room(sitting):
        if one.seat == seat:
            await _goes(sitting, one.member, actor=actor)
