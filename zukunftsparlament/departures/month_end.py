"""After the month in which somebody becomes 20 they are deleted, although nobody presses anything.

A brake stops a run that would delete too many: a server's clock that is years ahead must not empty the house. Then
nothing is deleted, and the office sees who it would be and decides. `tick` comes every half second; a look costs one
short read an hour. When the clock has jumped while we ran, nobody is deleted for a day.
"""

import hashlib
import logging
import time
from dataclasses import dataclass

from zukunftsparlament.departures.actions import leave_by_the_calendar
from zukunftsparlament.departures.finishing import finish, sweep
from zukunftsparlament.departures.rules import WhyNotLeave, brake_holds
from zukunftsparlament.kernel.clock import month, now
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Row, Sql

DUE = Sql(
    "SELECT m.id, m.card_name, m.delete_after, s.short AS school FROM member m LEFT JOIN school s ON s.id = m.school "
    "WHERE m.role IS NOT NULL AND m.delete_after < $1 ORDER BY m.delete_after, m.id"
)
ACCOUNTS = Sql("SELECT count(*) FROM member WHERE role IS NOT NULL")
LOOK_EVERY_SECONDS = 3600.0
FINISH_EVERY_SECONDS = 30.0
JUMP_SECONDS = 5.0  # more than clocks drift between two ticks
BELIEVE_AFTER_SECONDS = 24 * 3600.0

log = logging.getLogger("zukunftsparlament")


@dataclass(frozen=True)
class Due:
    """Whose month is over. `accounts`: how many there are at all."""

    people: list[Row]
    accounts: int

    @property
    def is_braked(self) -> bool:
        return brake_holds(len(self.people), of=self.accounts)

    @property
    def members(self) -> list[int]:
        return [one["id"] for one in self.people]

    @property
    def fingerprint(self) -> str:
        """Of exactly these people: what somebody has agreed to."""
        return hashlib.sha256(repr(sorted(self.members)).encode()).hexdigest()


async def due() -> Due:
    people = await DUE.rows(month(now()))
    return Due(people, int(await ACCOUNTS.value()) if people else 0)


class MonthEnd:
    def __init__(self) -> None:
        self.wall, self.steady = time.time(), time.monotonic()
        self.look_at = self.finish_at = 0.0
        self.stopped: Due | None = None  # whom the last look would have deleted, had the brake not held

    async def tick(self) -> None:
        self._wait_after_a_jump()
        if time.monotonic() >= self.finish_at:
            self.finish_at = time.monotonic() + FINISH_EVERY_SECONDS
            await finish()
        if time.monotonic() >= self.look_at:
            self.look_at = time.monotonic() + LOOK_EVERY_SECONDS
            await self._look()

    async def _look(self) -> None:
        await sweep()
        found = await due()
        self.stopped = found if found.is_braked else None
        if self.stopped:
            said = "%d of %d cards have ended: nobody is deleted, the office decides"
            log.warning(said, len(found.people), found.accounts)
        elif found.people:
            await leave_by_the_calendar(found.members)

    def _wait_after_a_jump(self) -> None:
        wall, steady = time.time(), time.monotonic()
        jump = (wall - self.wall) - (steady - self.steady)
        self.wall, self.steady = wall, steady
        if abs(jump) > JUMP_SECONDS:
            self.look_at = steady + BELIEVE_AFTER_SECONDS
            log.warning("the clock jumped by %.0f s: nobody is deleted for a day", jump)

    async def delete_all_the_same(self, fingerprint: str, *, actor: str) -> None:
        """The office has looked at the list. Raises Refused when it is another one by now."""
        found = await due()
        if found.fingerprint != fingerprint:
            raise Refused(WhyNotLeave.LIST_HAS_CHANGED)
        self.stopped = None
        await leave_by_the_calendar(found.members, actor=actor)


month_end = MonthEnd()
