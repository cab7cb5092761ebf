"""Counts the statements that a page asks the store for."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from zukunftsparlament.kernel.sql import Row, Sql


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements run inside the block, in their order; the session's is the first."""
    asked: list[str] = []
    run = Sql.rows

    async def note(self: Sql, *values: Any) -> list[Row]:
        asked.append(self.finished)
        return await run(self, *values)

    Sql.rows = note  # type: ignore[method-assign]
    try:
        yield asked
    finally:
        Sql.rows = run  # type: ignore[method-assign]
