"""What happens in a sitting at its time although nobody presses anything: the end of a countdown. Every half second.

A clock that has just jumped is not believed for a minute, so that both chairs still have the time to say stop.
"""

from datetime import timedelta

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.steady import SteadyClock
from zukunftsparlament.sittings import rules
from zukunftsparlament.sittings.actions import count_down_again, take_due_step

COUNTDOWNS = Sql("SELECT number, due_at FROM sitting WHERE due_at IS NOT NULL ORDER BY number")
TOO_FAR = timedelta(seconds=rules.COUNTDOWN_SECONDS + 5)


class Clockwork(SteadyClock):
    def __init__(self) -> None:
        super().__init__("sittings")

    async def tick(self) -> None:
        if not self.is_believed():
            return
        for row in await COUNTDOWNS.rows():
            if row["due_at"] <= now():
                await take_due_step(row["number"])
            elif row["due_at"] > now() + TOO_FAR:
                await count_down_again(row["number"], farther_than=TOO_FAR)


tick = Clockwork().tick
