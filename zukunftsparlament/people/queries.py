"""Reading about people."""

import json
from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel import place
from zukunftsparlament.kernel.sql import Row, Sql

SESSION = Sql(
    "SELECT s.id AS session, s.own_device, s.started_at, s.seen_at, s.confirmed_at, "
    "m.id AS member, m.name, m.role, m.school, m.premoderated_until, m.delete_after, m.card_name, "
    "f.id AS staff, f.name AS staff_name, f.role AS staff_role, f.ended_at, t.number AS seat "
    "FROM session s LEFT JOIN member m ON m.id = s.member LEFT JOIN staff f ON f.id = s.staff "
    "LEFT JOIN seat t ON t.member = m.id WHERE s.token_hash = $1"
)
CARD_BY_CODE = Sql("SELECT member FROM card WHERE code_hash = $1")
CARD_BY_NAME = Sql(
    "SELECT c.member, c.words_hash FROM name_key k JOIN card c ON c.member = k.member "
    "WHERE k.kind = 'card' AND k.key = $1"
)
STAFF_BY_NAME = Sql(
    "SELECT id, passphrase_hash, sealed_totp, last_totp_step FROM staff WHERE folded = $1 AND ended_at IS NULL"
)
DELETE_AFTER = Sql("SELECT delete_after FROM member WHERE id = $1")
SCHOOLS = Sql("SELECT id, name, short, kind FROM school ORDER BY id")
SEATED = Sql("SELECT member FROM seat WHERE member IS NOT NULL ORDER BY number")
CARD_HOLDERS = Sql("SELECT member FROM card ORDER BY member")
SEATS = Sql(
    "SELECT t.number, t.place, s.short AS school, m.name AS member, m.card_name AS member_card, m.role, t.last_day, "
    "d.name AS deputy, d.card_name AS deputy_card FROM seat t "
    "LEFT JOIN school s ON s.id = t.school LEFT JOIN member m ON m.id = t.member "
    "LEFT JOIN member d ON d.id = t.deputy ORDER BY t.number"
)
SCHOOL_SEATS = Sql(
    "SELECT s.name, s.short, s.pupils, (SELECT count(*) FROM seat t WHERE t.school = s.id) AS seats FROM school s "
    "ORDER BY s.id"
)
MODERATORS = Sql("SELECT name, card_name FROM member WHERE role = 'moderator' ORDER BY card_name, id")
SCHOOL_NAME = Sql("SELECT name FROM school WHERE id = $1")
BATCHES = Sql(
    "SELECT b.number, b.size, b.premoderated_until, b.delete_after, b.made_at, b.made_by, s.name AS school "
    "FROM card_batch b LEFT JOIN school s ON s.id = b.school ORDER BY b.number DESC LIMIT 50"
)
MUNICIPALITY = Sql("SELECT name, parliament, contact FROM municipality ORDER BY id LIMIT 1")
SEAT_COUNT = Sql("SELECT count(*) FROM seat")
CHAIRS = Sql("SELECT id FROM member WHERE role = 'chair' ORDER BY id")
CHAIR_SEATS = Sql("SELECT t.number FROM seat t JOIN member m ON m.id = t.member WHERE m.role = 'chair'")
CHAIR_COUNT = Sql("SELECT count(*) FROM member WHERE role = 'chair'")
OFFICE_COUNT = Sql("SELECT count(*) FROM staff WHERE ended_at IS NULL")


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as it stands in the store, with whoever it belongs to."""

    session: int
    own_device: bool
    started_at: datetime
    seen_at: datetime
    confirmed_at: datetime | None
    member: int | None
    name: str | None
    role: str | None
    school: int | None
    premoderated_until: str | None
    delete_after: str | None
    card_name: str | None
    staff: int | None
    staff_name: str | None
    staff_role: str | None
    ended_at: datetime | None
    seat: int | None


async def session_of(token_hash: str) -> SessionRow | None:
    row = await SESSION.row(token_hash)
    return SessionRow(**row) if row else None


async def schools() -> list[Row]:
    return await SCHOOLS.rows()


async def seats() -> list[Row]:
    """Every seat with its member and deputy (pseudonyms or None), in the order of their numbers."""
    return await SEATS.rows()


async def school_seats() -> list[Row]:
    """Every school with its size, where it is known, and how many seats it has."""
    return await SCHOOL_SEATS.rows()


async def moderators() -> list[Row]:
    """Pseudonym and card of each, by the name of the card."""
    return await MODERATORS.rows()


async def seat_count() -> int:
    return int(await SEAT_COUNT.value())


async def chairs() -> list[int]:
    return [row["id"] for row in await CHAIRS.rows()]


async def chair_count() -> int:
    return int(await CHAIR_COUNT.value())


async def chair_seats() -> set[int]:
    return {row["number"] for row in await CHAIR_SEATS.rows()}


async def office_count() -> int:
    """Accounts of the youth office that are in use."""
    return int(await OFFICE_COUNT.value())


async def seated_members() -> list[int]:
    return [row["member"] for row in await SEATED.rows()]


async def card_holders() -> list[int]:
    """Everybody who has a card, seats and chairs included."""
    return [row["member"] for row in await CARD_HOLDERS.rows()]


async def school_name(school: int | None) -> str | None:
    return None if school is None else await SCHOOL_NAME.value(school)


async def card_batches() -> list[Row]:
    """The newest fifty batches."""
    return await BATCHES.rows()


async def municipality() -> Row:
    """`name`, `parliament`, and `contact` as a dict with name, place, phone, email; empty texts before `init`."""
    found = await MUNICIPALITY.row() or {"name": "", "parliament": place.DEFAULT, "contact": "{}"}
    place.stands_in(found["parliament"], found["name"])
    contact = {"name": "", "place": "", "phone": "", "email": ""} | json.loads(found["contact"])
    return {**found, "contact": contact}


async def look_where_we_are() -> None:
    """So that all pages follow what `init` or `restore` have written, in another process, too."""
    await municipality()


async def office_line() -> str:
    """The youth office on one line, as it stands on a card."""
    contact = (await municipality())["contact"]
    return ", ".join(part for part in (contact["name"], contact["place"], contact["phone"]) if part)
