"""All controllers of all rooms and desks, and what runs beside the requests."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

DOORS: list[Any] = []


@asynccontextmanager
async def clockwork() -> AsyncIterator[None]:
    """What has to happen at its time although nobody asks for it."""
    yield
