"""Reading about concerns. What they say is in none of it: only keepers open them (`actions.open_all`)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from zukunftsparlament.concerns.box import Pair
from zukunftsparlament.concerns.rules import KEEPERS, told
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.queries import municipality
from zukunftsparlament.people.secrets import digest

ALL_KEEPERS = Sql(
    "SELECT k.id, k.staff, f.name, k.public_key, k.sealed_private, k.salt, k.passphrase_print, f.passphrase_hash, "
    "f.ended_at FROM concern_keeper k JOIN staff f ON f.id = k.staff ORDER BY k.id"
)
WAITING_FOR = Sql("SELECT (SELECT count(*) FROM concern) AS waiting FROM concern_keeper WHERE staff = $1")
WAITING = Sql("SELECT count(*) FROM concern")
MONTHS = Sql("SELECT month, number FROM concern_month ORDER BY month DESC LIMIT 12")


@dataclass(frozen=True, slots=True)
class Keeper:
    id: int
    staff: int
    name: str
    pair: Pair
    is_good: bool  # the account is there, and its passphrase is still the one that opens the private key


async def all_keepers() -> list[Keeper]:
    """Those whose keys open for nobody any more, too."""
    return [
        Keeper(
            row["id"],
            row["staff"],
            row["name"],
            Pair(bytes(row["public_key"]), bytes(row["sealed_private"]), bytes(row["salt"])),
            row["ended_at"] is None and digest(row["passphrase_hash"]) == row["passphrase_print"],
        )
        for row in await ALL_KEEPERS.rows()
    ]


async def keepers() -> list[Keeper]:
    return [keeper for keeper in await all_keepers() if keeper.is_good]


async def keeper(staff: int | None) -> Keeper | None:
    return next((keeper for keeper in await keepers() if keeper.staff == staff), None)


async def can_be_read() -> bool:
    """One alone may be ill: a concern is only taken when two can read it."""
    return len(await keepers()) >= KEEPERS


async def waiting_for(staff: int | None) -> int | None:
    """How many wait for this account; None when concerns are none of its business."""
    found = await WAITING_FOR.value(staff or 0)
    return None if found is None else int(found)


async def how_many() -> int:
    return int(await WAITING.value())


async def months() -> list[tuple[date, int | None]]:
    """How many came in each of the last months; None for fewer than may be told."""
    return [(date.fromisoformat(f"{row['month']}-01"), told(row["number"])) for row in await MONTHS.rows()]


async def contacts() -> dict[str, Any]:
    """`office`, the youth office, and `welfare`, the youth welfare office: name, place, phone, email, maybe empty."""
    contact = dict((await municipality())["contact"])
    welfare = {"name": "", "place": "", "phone": "", "email": ""} | dict(contact.pop("welfare", {}))
    return {"office": contact, "welfare": welfare}
