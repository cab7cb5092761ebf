"""One readable world for all tests: invented schools and people, made as small as possible."""

from itertools import count

from zukunftsparlament.kernel.clock import month, now
from zukunftsparlament.kernel.picture_words import fold
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.secrets import digest, new_code

_next = count(1)

SCHOOL = Sql("INSERT INTO school (name, short, kind) VALUES ($1, $2, $3) RETURNING id")
MEMBER = Sql(
    "INSERT INTO member (name, school, role, premoderated_until, delete_after, card_name, created_month) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id"
)
CARD = Sql("INSERT INTO card (member, code_hash, words_hash, replaced) VALUES ($1, $2, $3, 0)")
KEY = Sql("INSERT INTO name_key (member, kind, key) VALUES ($1, $2, $3)")
EMPTY_SEAT = Sql("INSERT INTO seat (number, school, place) VALUES ($1, $2, $3)")
SEAT = Sql("INSERT INTO seat (number, school, place, member) VALUES ($1, $2, 1, $3)")
STAFF = Sql(
    "INSERT INTO staff (name, folded, role, passphrase_hash, sealed_totp, last_totp_step) "
    "VALUES ($1, $2, 'office', $3, $4, 0) RETURNING id"
)


async def school(name: str = "Eichenschule") -> int:
    return int(await SCHOOL.value(name, name, "primary"))


async def member(
    *, name: str = "", role: str = "young", school: int | None = None, under_14: bool = False, code: str | None = None
) -> int:
    """A young person with a card. Returns the row id."""
    number = next(_next)
    name = name or f"Mutiger Igel {number}"
    until = "2099-12" if under_14 else None
    id_ = int(await MEMBER.value(name, school, role, until, "2099-12", f"Amsel {number}", month(now())))
    await CARD.rows(id_, digest(code or new_code()), "$argon2id$never")
    await KEY.rows(id_, "card", fold(f"Amsel {number}"))
    await KEY.rows(id_, "name", fold(name))
    return id_


async def seated(*, role: str = "member", name: str = "") -> int:
    """A member with a seat of their own."""
    id_ = await member(role=role, name=name)
    await SEAT.rows(next(_next), None, id_)
    return id_


async def seat(number: int, *, school: int | None, place: int) -> None:
    await EMPTY_SEAT.rows(number, school, place)


async def chair() -> int:
    return await seated(role="chair")


async def staff(name: str = "") -> int:
    """An account of the office. Cannot sign in by passphrase; tests of that make their own."""
    name = name or f"Jugendbüro {next(_next)}"
    return int(await STAFF.value(name, fold(name), "$argon2id$never", "00"))
