"""Keys without a concern go, once an hour."""

import time

from zukunftsparlament.concerns.actions import destroy_orphans

EVERY_SECONDS = 3600.0

_next = 0.0


async def tick() -> None:
    """Called every half second; works at the start and then once an hour."""
    global _next
    if time.monotonic() >= _next:
        await destroy_orphans()
        _next = time.monotonic() + EVERY_SECONDS
