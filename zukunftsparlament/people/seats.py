"""Who sits where, and who is chair, deputy or moderator. The list of names stays on paper in the office."""

from datetime import date

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import month, now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.picture_words import fold
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.people import minutes
from zukunftsparlament.people.rules import WhyNot, is_premoderated

# Before anything is changed: the journal keeps a fingerprint of all seats and roles as they are together.
ONE_AT_A_TIME = Sql("SELECT id FROM seat ORDER BY id {for_update}")
SEAT = Sql("SELECT id, number, member, deputy, last_day FROM seat WHERE number = $1 {for_update}")
BY_CARD_NAME = Sql(
    "SELECT m.id, m.role, m.premoderated_until FROM name_key k JOIN member m ON m.id = k.member "
    "WHERE k.kind = 'card' AND k.key = $1"
)
SITS_AT = Sql("SELECT number FROM seat WHERE member = $1")
SIT_DOWN = Sql("UPDATE seat SET member = $2, last_day = NULL WHERE id = $1 AND member IS NULL RETURNING id")
GET_UP = Sql("UPDATE seat SET member = NULL, last_day = NULL WHERE id = $1")
IS_OVER = Sql("UPDATE seat SET member = NULL WHERE id = $1")  # its day stays: the office reads since when it is free
SET_DEPUTY = Sql("UPDATE seat SET deputy = $2 WHERE id = $1")
NO_DEPUTY = Sql("UPDATE seat SET deputy = NULL WHERE id = $1")
STANDS_IN = Sql("SELECT number FROM seat WHERE deputy = $1")
STANDS_IN_NOWHERE = Sql("UPDATE seat SET deputy = NULL WHERE deputy = $1")
ROLE = Sql("SELECT role FROM member WHERE id = $1")
SET_ROLE = Sql("UPDATE member SET role = $2 WHERE id = $1")
PUPILS = Sql("UPDATE school SET pupils = $2 WHERE short = $1 RETURNING id")
MOST_PUPILS = 20_000

ROLES_TO_GIVE = ("young", "member", "chair", "moderator")


async def holder_of(card_name: str) -> Row:
    """The member (`id`, `role`) with that card. Raises Refused."""
    found = await BY_CARD_NAME.row(fold(card_name))
    if found is None:
        raise Refused(WhyNot.CARD_NAME_UNKNOWN)
    return found


async def _seat(number: int) -> Row:
    found = await SEAT.row(number)
    if found is None:
        raise Refused(WhyNot.SEAT_UNKNOWN)
    return found


async def take_seat(number: int, card_name: str, *, actor: str) -> None:
    """The holder of that card sits on seat `number` from now on. Raises Refused; sitting there already is fine."""
    async with writing():
        await ONE_AT_A_TIME.rows()
        seat, holder = await _seat(number), await holder_of(card_name)
        if seat["member"] == holder["id"]:
            return
        if seat["member"] is not None:
            raise Refused(WhyNot.SEAT_IS_TAKEN)
        if await SITS_AT.rows(holder["id"]):
            raise Refused(WhyNot.SITS_ALREADY)
        await SIT_DOWN.rows(seat["id"], holder["id"])
        if holder["role"] in ("young", "deputy"):
            await SET_ROLE.rows(holder["id"], "member")
        await _record(actor, "take_seat", number)


async def leave_seat(number: int, *, actor: str, over_on: date | None = None) -> None:
    """The seat is empty; whoever sat there is no chair and no member any more, but a moderator still.

    Votes that run keep their roll. `over_on`: only if their last day was before that one.
    """
    async with writing():
        await ONE_AT_A_TIME.rows()
        seat = await _seat(number)
        if seat["member"] is None:
            return
        if over_on is not None and (seat["last_day"] is None or seat["last_day"] >= over_on):
            return
        await (GET_UP if over_on is None else IS_OVER).rows(seat["id"])
        await _step_back(seat["member"])
        await _record(actor, "leave_seat", number)


async def name_deputy(number: int, card_name: str, *, actor: str) -> None:
    """Who stands in for seat `number`; an empty name means nobody."""
    async with writing():
        await ONE_AT_A_TIME.rows()
        seat = await _seat(number)
        holder = await holder_of(card_name) if card_name.strip() else None
        if seat["deputy"] == (holder["id"] if holder else None):
            return
        if seat["deputy"] is not None:
            await NO_DEPUTY.rows(seat["id"])
            await _step_back(seat["deputy"])
        if holder:
            await SET_DEPUTY.rows(seat["id"], holder["id"])
            if holder["role"] == "young":
                await SET_ROLE.rows(holder["id"], "deputy")
        await _record(actor, "name_deputy", number)


async def count_pupils(short: str, pupils: int | None, *, actor: str) -> None:
    """How big a school is: its seats may depend on it. No number: nobody knows. Raises Refused."""
    async with writing():
        if pupils is not None and not 0 < pupils <= MOST_PUPILS:
            raise Refused(WhyNot.PUPILS_WRONG)
        if await PUPILS.value(short, pupils) is None:
            raise Refused(WhyNot.SCHOOL_UNKNOWN)
        await record(actor=actor, verb="count_pupils", subject_kind="school", subject_number=None, pupils=pupils)


async def give_role(card_name: str, role: str, *, actor: str) -> None:
    """Make the holder of that card chair, moderator, member or none of these. Raises Refused.

    A chair needs a seat; whoever is none of these has no seat and stands in for nobody. Rights are read anew at every
    request, so it holds from the next tap on.
    """
    if role not in ROLES_TO_GIVE:
        raise Refused(WhyNot.ROLE_UNKNOWN)
    async with writing():
        await ONE_AT_A_TIME.rows()
        holder = await holder_of(card_name)
        seat = await SITS_AT.value(holder["id"])
        if seat is None and role in ("chair", "member"):
            raise Refused(WhyNot.CHAIRS_NEED_A_SEAT)
        if role == "moderator" and is_premoderated(holder["premoderated_until"], month(now())):
            raise Refused(WhyNot.TOO_YOUNG_TO_MODERATE)
        if role == "young":
            await _leave_every_place(holder["id"], seat, actor)
        await SET_ROLE.rows(holder["id"], role)
        facts = {"role": role, "roles": await minutes.of_roles()}
        await record(actor=actor, verb="give_role", subject_kind="role", subject_number=seat, **facts)


async def end_moderation(card_name: str, *, actor: str) -> None:
    """A seat, or a place as deputy, stays. Ending what has ended is fine. Raises Refused."""
    async with writing():
        await ONE_AT_A_TIME.rows()
        holder = await holder_of(card_name)
        if holder["role"] != "moderator":
            return
        sits, stands_in = await SITS_AT.rows(holder["id"]), await STANDS_IN.rows(holder["id"])
        role = "member" if sits else "deputy" if stands_in else "young"
        await SET_ROLE.rows(holder["id"], role)
        facts = {"role": role, "roles": await minutes.of_roles()}
        await record(actor=actor, verb="give_role", subject_kind="role", subject_number=None, **facts)


async def _record(actor: str, verb: str, number: int) -> None:
    roles = await minutes.of_roles()
    await record(actor=actor, verb=verb, subject_kind="seat", subject_number=number, roles=roles)


async def _step_back(member: int) -> None:
    """What somebody is after losing a seat, or a place as deputy."""
    role = await ROLE.value(member)
    if role in (None, "moderator") or await SITS_AT.rows(member):
        return
    await SET_ROLE.rows(member, "deputy" if await STANDS_IN.rows(member) else "young")


async def _leave_every_place(member: int, number: int | None, actor: str) -> None:
    """`number`: of the seat, if there is one."""
    if number is not None:
        await GET_UP.rows((await _seat(number))["id"])
        await record(actor=actor, verb="leave_seat", subject_kind="seat", subject_number=number)
    await STANDS_IN_NOWHERE.rows(member)
