"""How often somebody may try. In memory: no address is ever written down, and a restart forgives."""

import time
from collections import OrderedDict
from dataclasses import dataclass

from zukunftsparlament.kernel.refusals import TooOften

MAX_KEYS = 20_000
FORGIVEN_AFTER = 3600.0  # seconds without a wrong try


@dataclass(frozen=True)
class Limit:
    """`free` tries, then a pause that doubles with each further one from `first` up to `longest` seconds."""

    free: int
    first: int
    longest: int


@dataclass(slots=True)
class Tries:
    failed: int = 0
    until: float = 0.0
    last: float = 0.0


class Throttle:
    def __init__(self, limit: Limit) -> None:
        self.limit = limit
        self._tries: OrderedDict[str, Tries] = OrderedDict()

    def check(self, key: str) -> None:
        """Raises TooOften while a pause runs."""
        waiting = self._tries.get(key, Tries()).until - time.monotonic()
        if waiting > 0:
            raise TooOften(int(waiting) + 1)

    def failed(self, key: str) -> None:
        tries = self._tries.setdefault(key, Tries())
        self._tries.move_to_end(key)
        if time.monotonic() - tries.last > FORGIVEN_AFTER:
            tries.failed = 0
        tries.failed, tries.last = tries.failed + 1, time.monotonic()
        over = tries.failed - self.limit.free
        if over >= 0:
            tries.until = time.monotonic() + min(self.limit.first * 2 ** min(over, 16), self.limit.longest)
        while len(self._tries) > MAX_KEYS:
            self._tries.popitem(last=False)

    def passed(self, key: str) -> None:
        self._tries.pop(key, None)
