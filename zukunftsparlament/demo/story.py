"""What happened, in the order in which it happened."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

from zukunftsparlament.demo.past import days_ago


@dataclass(order=True)
class Event:
    """`days` before today; on the same day the smaller `turn` comes first."""

    days: float
    turn: int
    about: str = field(compare=False)  # the key of its proposal, say
    happens: Callable[[], Awaitable[None]] = field(compare=False)


async def tell(
    events: Iterable[Event], *, last: Sequence[Collection[str]], progress: Callable[[int, int], None]
) -> None:
    """Let everything happen, oldest first, and what is about something in `last` after all others, group by group.

    `progress` is told how many of how many.
    """

    def group(event: Event) -> int:
        return next((place for place, keys in enumerate(last, start=1) if event.about in keys), 0)

    in_order = sorted(events, key=lambda event: (group(event), -event.days, event.turn))
    for done, event in enumerate(in_order, start=1):
        async with days_ago(event.days):
            await event.happens()
        progress(done, len(in_order))
