"""Where somebody is signed in. Of a device nothing is known but what it was called at the sign-in: own, or shared.

A session has no number that anybody sees. Its mark is a fingerprint of what the store has of its token.
"""

from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.people.access import Me
from zukunftsparlament.people.rules import Times, is_over
from zukunftsparlament.people.secrets import digest

OF_MEMBER = Sql(
    "SELECT m.card_name, m.delete_after, s.id, s.token_hash, s.own_device, s.started_at, s.seen_at FROM member m "
    "LEFT JOIN session s ON s.member = m.id WHERE m.id = $1 ORDER BY s.id DESC"
)
OF_STAFF = Sql("SELECT id, token_hash, own_device, started_at, seen_at FROM session WHERE staff = $1 ORDER BY id DESC")
END = Sql("DELETE FROM session WHERE id = $1")
END_OTHERS_OF_MEMBER = Sql("DELETE FROM session WHERE member = $1 AND id <> $2")
END_OTHERS_OF_STAFF = Sql("DELETE FROM session WHERE staff = $1 AND id <> $2")

MARK_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Device:
    mark: str
    own_device: bool
    started_at: datetime
    seen_at: datetime
    is_this: bool


@dataclass(frozen=True, slots=True)
class Devices:
    """The card of a young person, and all devices on which they are signed in: this one first."""

    card_name: str | None
    delete_after: str | None
    devices: list[Device]

    @property
    def others(self) -> int:
        return sum(not one.is_this for one in self.devices)


def mark_of(token_hash: str) -> str:
    """It begins with a letter: digits alone would be an address with too large a number."""
    return f"d{digest(token_hash)}"[:MARK_LENGTH]


async def devices_of(me: Me) -> Devices:
    rows = await OF_MEMBER.rows(me.card)
    first = rows[0] if rows else {"card_name": None, "delete_after": None}
    return Devices(first["card_name"], first["delete_after"], _devices(rows, me))


async def staff_devices_of(me: Me) -> list[Device]:
    return _devices(await OF_STAFF.rows(me.staff), me)


def _devices(rows: list[Row], me: Me) -> list[Device]:
    found = [
        Device(
            mark_of(row["token_hash"]),
            bool(row["own_device"]),
            row["started_at"],
            row["seen_at"],
            row["id"] == me.session,
        )
        for row in rows
        if row["id"] is not None and not _is_over(row, me)
    ]
    return sorted(found, key=lambda device: not device.is_this)


def _is_over(row: Row, me: Me) -> bool:
    times = Times(started_at=row["started_at"], seen_at=row["seen_at"])
    return is_over(times, own_device=bool(row["own_device"]), staff=me.is_staff, now=now())


async def sign_out_there(mark: str, *, me: Me) -> None:
    """Of somebody's own devices one; a second tap changes nothing there. Raises Missing for what is none of theirs."""
    if len(mark) != MARK_LENGTH:
        raise Missing
    async with writing():
        rows = await (OF_STAFF.rows(me.staff) if me.is_staff else OF_MEMBER.rows(me.card))
        for row in rows:
            if row["id"] is not None and mark_of(row["token_hash"]) == mark:
                await END.rows(row["id"])


async def sign_out_elsewhere(*, me: Me) -> None:
    """Everywhere but here."""
    async with writing():
        if me.is_staff:
            await END_OTHERS_OF_STAFF.rows(me.staff, me.session)
        else:
            await END_OTHERS_OF_MEMBER.rows(me.card, me.session)
