"""Whose card it is, as far as anybody can tell: the office finds the person on its list of paper."""

from dataclasses import dataclass

from zukunftsparlament.kernel.picture_words import fold
from zukunftsparlament.kernel.sql import Sql

BY_CARD_NAME = Sql(
    "SELECT m.id, m.card_name, m.role, m.created_month, s.short AS school, t.number AS seat FROM name_key k "
    "JOIN member m ON m.id = k.member LEFT JOIN school s ON s.id = m.school LEFT JOIN seat t ON t.member = m.id "
    "WHERE k.kind = 'card' AND k.key = $1"
)


@dataclass(frozen=True, slots=True)
class Holder:
    id: int
    card_name: str
    role: str
    created_month: str
    school: str | None
    seat: int | None


async def holder(card_name: str) -> Holder | None:
    row = await BY_CARD_NAME.row(fold(card_name))
    return Holder(**row) if row else None
