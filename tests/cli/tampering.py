"""Looking into a store, and changing it, behind the program's back."""

import asyncio
import sqlite3
from typing import Any

import asyncpg

from tests.cli.place import Place


def sql(place: Place, statement: str) -> list[tuple[Any, ...]]:
    """Run one statement with no key checked and nobody asked."""
    if place.database_url is None:
        connection = sqlite3.connect(place.sqlite)
        try:
            with connection:
                return connection.execute(statement).fetchall()
        finally:
            connection.close()
    return asyncio.run(_on_postgres(place.database_url, statement))


async def _on_postgres(url: str, statement: str) -> list[tuple[Any, ...]]:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("SET session_replication_role = replica")  # foreign keys are not asked
        return [tuple(row) for row in await connection.fetch(statement)]
    finally:
        await connection.close()


def value(place: Place, statement: str) -> Any:
    return sql(place, statement)[0][0]
