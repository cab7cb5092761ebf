"""Statements written once and run on both stores.

Why beside Piccolo's query builder: building a query costs 0.5 ms, more than running one. A `Sql`
is finished when its module is imported. Parameters are `$1`, `$2` … as PostgreSQL writes them.
"""

import re
from typing import Any

from zukunftsparlament.kernel.database import engine
from zukunftsparlament.kernel.settings import settings

Row = dict[str, Any]


class Sql:
    """One statement. `{for_update}` and `{for_share}` lock rows where the store knows row locks;
    SQLite needs none, as it has one writer. `{each:$1}` after FROM or IN (SELECT value FROM …) is a table of the texts
    in a JSON list: its one column is `value`."""

    __slots__ = ("_finished", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._finished: str | None = None

    @property
    def finished(self) -> str:
        if self._finished is None:
            self._finished = _for_sqlite(self._text) if settings().is_sqlite else _for_postgres(self._text)
        return self._finished

    async def rows(self, *values: Any) -> list[Row]:
        return await engine().run_compiled(self.finished, values)

    async def row(self, *values: Any) -> Row | None:
        found = await self.rows(*values)
        return found[0] if found else None

    async def value(self, *values: Any) -> Any:
        """The first column of the first row, or None when there is no row."""
        found = await self.row(*values)
        return next(iter(found.values())) if found else None


def _for_sqlite(text: str) -> str:
    text = re.sub(r"{each:(\$\d+)}", r"json_each(\1) AS each", text)
    return re.sub(r"\$(\d+)", r"?\1", text.replace("{for_update}", "").replace("{for_share}", ""))


def _for_postgres(text: str) -> str:
    text = re.sub(r"{each:(\$\d+)}", r"jsonb_array_elements_text(CAST(CAST(\1 AS text) AS jsonb)) AS each(value)", text)
    return text.replace("{for_update}", "FOR UPDATE").replace("{for_share}", "FOR SHARE")
