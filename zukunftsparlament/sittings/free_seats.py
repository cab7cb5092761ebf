"""The day after the last day of somebody, their seat is free by itself. It may be a chair's, and a sitting may go on.

`tick` comes every half second; a look costs one short read a minute.
"""

import time

from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.steady import SteadyClock
from zukunftsparlament.people.last_days import over
from zukunftsparlament.people.seats import leave_seat
from zukunftsparlament.sittings.actions.roles import chairs_may_change

LOOK_EVERY_SECONDS = 60.0


class Clockwork(SteadyClock):
    def __init__(self) -> None:
        super().__init__("seats")
        self.look_at = 0.0

    async def tick(self) -> None:
        if self.is_believed() and time.monotonic() >= self.look_at:
            self.look_at = time.monotonic() + LOOK_EVERY_SECONDS
            for number in await over():
                async with chairs_may_change(actor="system"):
                    await leave_seat(number, actor="system", over_on=today())


tick = Clockwork().tick
