"""Sessions that are over leave the store within an hour."""

import time
from datetime import timedelta

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.own_names import forget_old_wishes
from zukunftsparlament.people.rules import OWN_IDLE, OWN_LONGEST, SHARED_LONGEST, STAFF_LONGEST

CLEAR_OWN = Sql("DELETE FROM session WHERE staff IS NULL AND own_device = $1 AND (seen_at < $2 OR started_at < $3)")
CLEAR_STAFF = Sql("DELETE FROM session WHERE staff IS NOT NULL AND started_at < $1")
EVERY_SECONDS = 3600.0
SLACK = timedelta(days=1)  # last-seen is written once a day on one's own device

_next = 0.0


async def clear_sessions() -> None:
    """Called every half second; works once an hour."""
    global _next
    if time.monotonic() < _next:
        return
    at = now()
    async with writing():
        await CLEAR_OWN.rows(True, at - OWN_IDLE - SLACK, at - OWN_LONGEST)
        await CLEAR_OWN.rows(False, at - SHARED_LONGEST, at - SHARED_LONGEST)
        await CLEAR_STAFF.rows(at - STAFF_LONGEST)
    await forget_old_wishes()
    _next = time.monotonic() + EVERY_SECONDS
