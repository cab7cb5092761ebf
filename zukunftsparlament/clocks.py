"""What has to happen at its time although nobody asks for it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from zukunftsparlament.concerns.cleaning import tick as tidy_concerns
from zukunftsparlament.departures.month_end import month_end
from zukunftsparlament.departures.rehearsals import rehearsals
from zukunftsparlament.kernel.database import STORE_ERRORS
from zukunftsparlament.people.cleaning import clear_sessions
from zukunftsparlament.people.queries import look_where_we_are
from zukunftsparlament.polls.clockwork import tick as keep_poll_times
from zukunftsparlament.proposals.actions.tidying import tidy as tidy_pictures
from zukunftsparlament.proposals.actions.wiping import tick as wipe
from zukunftsparlament.sittings.clockwork import tick as go_by_the_clock
from zukunftsparlament.sittings.free_seats import tick as free_seats

# Each must be harmless when called again.
CLOCKS: list[Callable[[], Awaitable[None]]] = [
    look_where_we_are,
    clear_sessions,
    month_end.tick,
    rehearsals.tick,
    free_seats,
    keep_poll_times,
    go_by_the_clock,
    tidy_pictures,
    wipe,
    tidy_concerns,
]
TICK_SECONDS = 0.5

log = logging.getLogger("zukunftsparlament")


@asynccontextmanager
async def clockwork() -> AsyncIterator[None]:
    ticking = asyncio.create_task(_tick())
    try:
        yield
    finally:
        ticking.cancel()
        with suppress(asyncio.CancelledError):
            await ticking


async def _tick() -> None:
    """Goes on when the store is away for a while; the next tick makes up for it."""
    while True:
        for clock in CLOCKS:
            try:
                await clock()
            except STORE_ERRORS as error:
                log.error("clockwork: %s: %s", type(error).__name__, error)
        await asyncio.sleep(TICK_SECONDS)
