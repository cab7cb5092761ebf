"""What has to happen to polls at its time although nobody presses anything. `tick` comes every half second.

When the server's clock jumps, nothing is opened or closed for a minute: a clock that was set wrong for a moment must
not open a poll of tomorrow, which stays open for good.

The turnout is looked at here and not where votes are cast: an event version at a vote would be a clock of votes.
"""

import logging
import time

from zukunftsparlament.kernel.hub import hub
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.steady import SteadyClock
from zukunftsparlament.polls import actions, queries

TIDY_EVERY_SECONDS = 30.0
TRY_OPENING_AGAIN_SECONDS = 60.0

log = logging.getLogger("zukunftsparlament")


class Clockwork(SteadyClock):
    """What this process has done already, so that a tick costs three short reads and no more."""

    def __init__(self) -> None:
        super().__init__("polls")
        self.tidy_at = 0.0
        self.not_before: dict[int, float] = {}
        self.steps: dict[str, int] = {}

    async def tick(self) -> None:
        if self.is_believed():
            await self._open_and_close()
        await self._tell_turnout()
        if time.monotonic() >= self.tidy_at:
            self.tidy_at = time.monotonic() + TIDY_EVERY_SECONDS
            await actions.tidy()

    async def _open_and_close(self) -> None:
        for number in await queries.due_to_close():
            await actions.close_by_the_clock(number)
        for number in await queries.due_to_open():
            if time.monotonic() >= self.not_before.get(number, 0.0):
                await self._open(number)

    async def _open(self, number: int) -> None:
        try:
            await actions.open_poll(number, actor="system")
        except Refused as refused:  # nobody on the roll, say: those who lead see why, and it is tried again
            self.not_before[number] = time.monotonic() + TRY_OPENING_AGAIN_SECONDS
            log.warning("poll %s did not open at its time: %s", number, refused)

    async def _tell_turnout(self) -> None:
        steps = await queries.running_steps()
        for room, step in steps.items():
            if self.steps.get(room, 0) != step:
                hub.publish(room)
        self.steps = steps


tick = Clockwork().tick
