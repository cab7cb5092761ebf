"""What has to happen to polls at its time although nobody presses anything. `tick` comes every half second.

When the server's clock jumps, nothing is opened or closed for a minute: a clock that was set wrong for a moment must
not open a poll of tomorrow, which stays open for good.

The turnout is looked at here and not where votes are cast: an event version at a vote would be a clock of votes.
"""

import logging
import time

from zukunftsparlament.kernel.hub import hub
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.polls import actions, queries

TIDY_EVERY_SECONDS = 30.0
TRY_OPENING_AGAIN_SECONDS = 60.0
JUMP_SECONDS = 5.0  # more than clocks drift between two ticks
BELIEVE_AFTER_SECONDS = 60.0

log = logging.getLogger("zukunftsparlament")


class Clockwork:
    """What this process has done already, so that a tick costs three short reads and no more."""

    def __init__(self) -> None:
        self.wall, self.steady = time.time(), time.monotonic()
        self.believe_at = 0.0
        self.tidy_at = 0.0
        self.not_before: dict[int, float] = {}
        self.steps: dict[int, int] = {}

    async def tick(self) -> None:
        if self._believes_the_clock():
            await self._open_and_close()
        await self._tell_turnout()
        if time.monotonic() >= self.tidy_at:
            self.tidy_at = time.monotonic() + TIDY_EVERY_SECONDS
            await actions.tidy()

    def _believes_the_clock(self) -> bool:
        """Whether the time of day goes on as evenly as the time since the start of this machine."""
        wall, steady = time.time(), time.monotonic()
        jump = (wall - self.wall) - (steady - self.steady)
        self.wall, self.steady = wall, steady
        if abs(jump) > JUMP_SECONDS:
            self.believe_at = steady + BELIEVE_AFTER_SECONDS
            log.warning("the clock jumped by %.0f s: polls wait %.0f s for it", jump, BELIEVE_AFTER_SECONDS)
        return steady >= self.believe_at

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
        for number, step in steps.items():
            if self.steps.get(number, 0) != step:
                hub.publish(f"poll-{number}")
        self.steps = steps


tick = Clockwork().tick
