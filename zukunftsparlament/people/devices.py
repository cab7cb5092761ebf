"""The card of somebody signed in, and on how many devices they are signed in."""

from dataclasses import dataclass

from zukunftsparlament.kernel.sql import Sql

DEVICES = Sql(
    "SELECT m.card_name, (SELECT count(*) FROM session s WHERE s.member = m.id) AS devices "
    "FROM member m WHERE m.id = $1"
)


@dataclass(frozen=True, slots=True)
class Devices:
    card_name: str | None
    devices: int


async def devices_of(member: int) -> Devices:
    row = await DEVICES.row(member)
    return Devices(**row) if row else Devices(None, 0)
