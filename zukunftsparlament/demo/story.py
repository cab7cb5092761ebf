"""What happened, in the order in which it happened."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field

from zukunftsparlament.demo.past import days_ago


@dataclass(order=True)
class Event:
    """`days` before today; on the same day the smaller `turn` comes first."""

    days: float
    turn: int
    happens: Callable[[], Awaitable[None]] = field(compare=False)


async def tell(events: Iterable[Event], *, progress: Callable[[int, int], None]) -> None:
    """Let everything happen, oldest first. `progress` is told how many of how many."""
    in_order = sorted(events, key=lambda event: (-event.days, event.turn))
    for done, event in enumerate(in_order, start=1):
        async with days_ago(event.days):
            await event.happens()
        progress(done, len(in_order))
