"""Whether the time of day can be believed. A clock that was set wrong for a moment must not do what stays for good."""

import logging
import time

JUMP_SECONDS = 5.0  # more than clocks drift between two ticks
BELIEVE_AFTER_SECONDS = 60.0

log = logging.getLogger("zukunftsparlament")


class SteadyClock:
    """Asked at every tick: compares the time of day with the time since the start of this machine."""

    def __init__(self, what_waits: str) -> None:
        """`what_waits`: for the log, when the clock has jumped."""
        self.what_waits = what_waits
        self.wall, self.steady = time.time(), time.monotonic()
        self.believe_at = 0.0

    def is_believed(self) -> bool:
        wall, steady = time.time(), time.monotonic()
        jump = (wall - self.wall) - (steady - self.steady)
        self.wall, self.steady = wall, steady
        if abs(jump) > JUMP_SECONDS:
            self.believe_at = steady + BELIEVE_AFTER_SECONDS
            log.warning(
                "the clock jumped by %.0f s: %s wait %.0f s for it", jump, self.what_waits, BELIEVE_AFTER_SECONDS
            )
        return steady >= self.believe_at
