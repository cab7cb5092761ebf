"""What the parliament is told of its sittings, on "Meins"."""

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.actions import tell
from zukunftsparlament.people.queries import chairs
from zukunftsparlament.people.telling import tell_for_today
from zukunftsparlament.procedure.queries import version
from zukunftsparlament.procedure.rules import ConfirmedBy
from zukunftsparlament.sittings.queries import Sitting

# Whoever holds a seat or stands in for one.
PARLIAMENT = Sql(
    "SELECT member AS who FROM seat WHERE member IS NOT NULL "
    "UNION SELECT deputy FROM seat WHERE deputy IS NOT NULL ORDER BY 1"
)
LED = Sql(
    "SELECT DISTINCT a.member FROM attendance a JOIN sitting_step p ON p.sitting = a.sitting "
    "AND p.actor = 'chair:' || CAST(a.seat AS varchar(9)) "
    "WHERE a.sitting = $1 AND a.member IS NOT NULL AND NOT a.deputy ORDER BY a.member"
)


async def tell_who_led(sitting: Sitting) -> None:
    """The sitting is over: its minutes wait for those who led it, and for the chairs."""
    rule = (await version(sitting.rule_set)).rules.minutes.confirmed_by
    if sitting.is_rehearsal or rule is not ConfirmedBy.CHAIRS:
        return
    led = [row["member"] for row in await LED.rows(sitting.id)]
    await tell([*led, *await chairs()], "minutes_wait", address=f"{sitting.address}/protokoll", number=sitting.number)


async def tell_the_parliament(sitting: Sitting, kind: str, **facts: str) -> None:
    """One line for each sitting and day. A rehearsal is told of in the room."""
    if sitting.is_rehearsal:
        return
    members = [row["who"] for row in await PARLIAMENT.rows()]
    starts = sitting.times.starts_at.isoformat()
    await tell_for_today(members, kind, address=sitting.address, starts=starts, place=sitting.place, **facts)
