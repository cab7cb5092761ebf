"""What `verify` asks of the store. A room lists its own checks in `checks.py`."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from piccolo.columns import ForeignKey

from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.tables import tables
from zukunftsparlament.kernel.texts import N_, _

Found = str | None


@dataclass(frozen=True)
class Check:
    """`find` returns a sentence about the first broken record, None when all is well."""

    title: str
    find: Callable[[], Awaitable[Found]]


def seen_twice(find: Callable[[], Awaitable[Found]]) -> Callable[[], Awaitable[Found]]:
    """For a check that compares several tables: the server may write between two reads, but what is broken stays so."""

    async def find_again() -> Found:
        return await find() if await find() else None

    return find_again


def numbers_fit(kind: str, table: str, *, below: int = 2**31 - 1) -> Check:
    """No row of `table` has a higher number than was ever given to its kind. `below`: above it rehearsals count."""
    highest = Sql(f"SELECT coalesce(max(number), 0) FROM {table} WHERE number < {below}")  # noqa: S608
    given = Sql("SELECT coalesce(max(highest), 0) FROM number_given WHERE kind = $1")

    async def find() -> Found:
        number, told = int(await highest.value()), int(await given.value(kind))
        if number <= told:
            return None
        said = _("{table} hat die Nummer {number}, vergeben sind erst {told}.")
        return said.format(table=table, number=number, told=told)

    return Check(N_("Nummern ({what})").replace("{what}", table), find)


async def _the_file_is_whole() -> Found:
    if not settings().is_sqlite:
        return None
    answers = [str(next(iter(row.values()))) for row in await Sql("PRAGMA integrity_check(1)").rows()]
    return None if answers == ["ok"] else _("SQLite meldet: {what}").format(what="; ".join(answers))


async def _references_lead_somewhere() -> Found:
    for table in tables():
        for column in table._meta.columns:
            if isinstance(column, ForeignKey) and (found := await _lost(table._meta.tablename, column)):
                return found
    return None


async def _lost(table: str, column: "ForeignKey[Any]") -> Found:
    name, there = column._meta.db_column_name, column._foreign_key_meta.resolved_references._meta.tablename
    row = await Sql(
        f'SELECT a.id, a."{name}" AS lost FROM {table} a LEFT JOIN {there} b ON b.id = a."{name}" '  # noqa: S608
        f'WHERE a."{name}" IS NOT NULL AND b.id IS NULL ORDER BY a.id LIMIT 1'
    ).row()
    if row is None:
        return None
    said = _("{table}, Zeile {id}: {column} zeigt auf {there} {lost}, das es nicht gibt.")
    return said.format(table=table, id=row["id"], column=name, there=there, lost=row["lost"])


def read_json(text: Any) -> Any:
    """None for what is not JSON: a check should say so, not stop."""
    try:
        return json.loads(text)
    except (TypeError, ValueError):
        return None


CHECKS = (
    Check(N_("Datei des Datenbestands"), _the_file_is_whole),
    Check(N_("Verweise"), _references_lead_somewhere),
)
