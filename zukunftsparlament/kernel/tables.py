"""All tables of all rooms, for what concerns the whole store: backup, restore, tests of it."""

from graphlib import TopologicalSorter

from piccolo.columns import ForeignKey
from piccolo.conf.apps import Finder
from piccolo.table import Table

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql


def tables() -> list[type[Table]]:
    """Every table of ours, each after those that it points at."""
    found = {table._meta.tablename: table for table in Finder().get_table_classes()}
    needs = {name: _points_at(table) - {name} for name, table in found.items()}
    ordered = list(TopologicalSorter(needs).static_order())
    return [found[name] for name in ordered]


def _points_at(table: type[Table]) -> set[str]:
    return {
        column._foreign_key_meta.resolved_references._meta.tablename
        for column in table._meta.columns
        if isinstance(column, ForeignKey)
    }


def _points_at_itself(table: type[Table]) -> list[str]:
    """Such rows would keep each other from being deleted."""
    return [
        column._meta.db_column_name
        for column in table._meta.columns
        if isinstance(column, ForeignKey) and column._foreign_key_meta.resolved_references is table
    ]


def columns_of(table: type[Table]) -> list[str]:
    return [column._meta.db_column_name for column in table._meta.columns]


async def empty_everything() -> None:
    """Every row of every table."""
    async with writing():
        for table in reversed(tables()):
            for column in _points_at_itself(table):
                await Sql(f'UPDATE {table._meta.tablename} SET "{column}" = NULL').rows()  # noqa: S608
            await Sql(f"DELETE FROM {table._meta.tablename}").rows()  # noqa: S608


async def continue_row_ids() -> None:
    """After rows came in with their ids: the next new row gets a higher one. SQLite sees to that itself."""
    if settings().is_sqlite:
        return
    for table in tables():
        name = table._meta.tablename
        await Sql(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), coalesce(max(id), 0) + 1) FROM {name}").rows()  # noqa: S608
