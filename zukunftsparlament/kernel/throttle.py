"""How often somebody may try. In memory: no address is ever written down, and a restart forgives."""

import math
import time
from collections import OrderedDict
from dataclasses import dataclass

from zukunftsparlament.kernel.refusals import TooOften

MAX_KEYS = 20_000


@dataclass(frozen=True)
class Limit:
    """`free` tries at once; then one more every `seconds`."""

    free: int
    seconds: float


class Throttle:
    """A bucket for each key, which every try fills by one and time empties again.

    A try is counted before it is judged: a hundred at once are no way around it.
    """

    def __init__(self, limit: Limit) -> None:
        self.limit = limit
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # key: how full, when

    def count(self, key: str) -> None:
        """Count one try. Raises TooOften, and counts nothing, while the bucket is full."""
        full = self._fullness(key)
        if full > self.limit.free - 1:
            raise TooOften(math.ceil((full - self.limit.free + 1) * self.limit.seconds))
        self._buckets[key] = (full + 1, time.monotonic())
        self._buckets.move_to_end(key)
        while len(self._buckets) > MAX_KEYS:
            self._buckets.popitem(last=False)

    def take_back(self, key: str) -> None:
        """The try was right after all: it does not count."""
        self._buckets[key] = (max(0.0, self._fullness(key) - 1), time.monotonic())

    def forgive(self, key: str) -> None:
        self._buckets.pop(key, None)

    def _fullness(self, key: str) -> float:
        full, at = self._buckets.get(key, (0.0, 0.0))
        return max(0.0, full - (time.monotonic() - at) / self.limit.seconds)
