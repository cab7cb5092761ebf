"""Pictures that nothing points at, and removed ones whose time is over, leave the disk."""

import asyncio
import time

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.pictures import folder
from zukunftsparlament.kernel.sql import Sql

OVER = Sql("DELETE FROM picture WHERE kept_until < $1 RETURNING token")
TOKENS = Sql("SELECT token FROM picture")
EVERY_SECONDS = 3600.0
MEANT_TO_GET_A_ROW = 3600.0  # a file this young may belong to an upload that is under way

_next = 0.0


async def tidy() -> None:
    """Called every half second; works at the start and then once an hour."""
    global _next
    if time.monotonic() >= _next:
        await tidy_pictures()
        _next = time.monotonic() + EVERY_SECONDS


async def tidy_pictures(*, older_than_seconds: float = MEANT_TO_GET_A_ROW) -> int:
    """How many files went. With 0 while nobody uploads: after a restore, after members were deleted."""
    async with writing():
        over = [row["token"] for row in await OVER.rows(now())]
    for token in over:
        folder.remove(token)
    found = await asyncio.to_thread(lambda: list(folder.found(older_than_seconds=older_than_seconds)))
    known = {row["token"] for row in await TOKENS.rows()}  # read after the folder: what is there now had its row
    strays = [path for path, token in found if token is not None and token not in known]
    for path in strays:
        path.unlink(missing_ok=True)
    return len(strays)
