"""Everything that the store holds about somebody, for themselves: by table, as plain values."""

from datetime import UTC, datetime
from typing import Any

from zukunftsparlament.departures.rooms import ROOMS
from zukunftsparlament.kernel.checks import read_json
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Row

FORMAT = 1
# There, and not told: with them alone nobody could sign in, and nobody who finds this file needs to have them.
NOT_TOLD = (
    "card.code_hash",
    "card.words_hash",
    "session.token_hash",
    "invitation.code_hash",
)

Tables = dict[str, list[dict[str, Any]]]


async def tables_of(member: int) -> Tables:
    """The rows of each table, also of those in which there is nothing; a statement for each."""
    found: Tables = {}
    for room in reversed(ROOMS):
        for table, told in room.told.items():
            found[table] = [_plain(row) for row in await told.rows(member)]
        for one in room.belongings:
            rows = [_plain(one.tell(row)) for row in await one.told.rows(member)]
            found.setdefault(one.table, []).extend(rows)
    return found


def as_document(tables: Tables, *, parliament: str) -> dict[str, Any]:
    """The shape of `docs/schemas/own-data.schema.json`."""
    return {
        "format": FORMAT,
        "parliament": parliament,
        "made_at": now().isoformat(timespec="seconds"),
        "not_told": list(NOT_TOLD),
        "tables": tables,
    }


def _plain(row: Row) -> dict[str, Any]:
    return {name: _value(name, value) for name, value in row.items()}


def _value(name: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="seconds")
    if name == "choice":
        return read_json(value)
    return bool(value) if name in ("own_device", "with_texts") else value
