"""Where the seats stand in the picture of the room: rows in half circles, seat 1 on the left."""

from dataclasses import dataclass
from math import ceil, cos, pi, sin

WIDTH, HEIGHT = 200, 112
OUTER, STEP = 88.0, 24.0  # radius of the outer row, and how much smaller the next one is
LARGEST = 10.0
BIG_ENOUGH_FOR_A_NUMBER = 5.5


@dataclass(frozen=True, slots=True)
class Spot:
    """Centre and radius of a seat in a picture of WIDTH times HEIGHT."""

    x: float
    y: float
    radius: float

    @property
    def has_number(self) -> bool:
        return self.radius >= BIG_ENOUGH_FOR_A_NUMBER


def spots(seats: int) -> list[Spot]:
    """A spot for each of `seats` (none or more), from left to right; none touches another."""
    if seats < 1:
        return []
    rows = 1 if seats <= 9 else 2 if seats <= 24 else 3
    radii = [OUTER - row * STEP for row in range(rows)]
    counts = _shared(seats, radii)
    room = min(pi * radius / count for radius, count in zip(radii, counts, strict=True) if count)
    size = round(min(LARGEST, room * 0.44), 1)
    found = [
        (angle, Spot(round(WIDTH / 2 - radius * cos(angle), 1), round(HEIGHT - 14 - radius * sin(angle), 1), size))
        for radius, count in zip(radii, counts, strict=True)
        for angle in _angles(count)
    ]
    return [spot for _, spot in sorted(found, key=lambda one: (one[0], -one[1].y, one[1].x))]


def _shared(seats: int, radii: list[float]) -> list[int]:
    """The longer the row, the more seats in it."""
    counts, left, length = [], seats, sum(radii)
    for radius in radii:
        count = min(left, ceil(left * radius / length))
        counts.append(count)
        left, length = left - count, length - radius
    return counts


def _angles(count: int) -> list[float]:
    return [pi / 2] if count == 1 else [pi * place / (count - 1) for place in range(count)]
