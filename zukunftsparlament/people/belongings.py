"""What each room holds of a young person, column by column: how its owner is told, and how it goes when they go.

A room lists its tables in its `leaving.py`. The own data on "Meins", the deletion, the replay after a restore and a
check of `verify` all read these lists, and a test finds every column that points at a member and is in none of them.
"""
# ruff: noqa: S608  tables and columns are ours

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from zukunftsparlament.kernel.sql import Row, Sql

Told = Callable[[Row], Row]


class Goes(Enum):
    ROW = "row"  # the row is deleted
    LINK = "link"  # the row stays and points at nobody
    STAYS = "stays"  # points at the member's empty row from then on: a number that leads nowhere


@dataclass(frozen=True)
class Leaver:
    """`with_texts`: what they have written goes too, public or not."""

    member: int
    with_texts: bool = False


def as_it_is(row: Row) -> Row:
    return row


class Belonging:
    """A column that points at a member.

    `told`: its rows for the owner ($1), without secrets and without texts of others; `tell` makes the rest of that.
    """

    def __init__(self, table: str, column: str, goes: Goes, told: Sql, tell: Told = as_it_is) -> None:
        self.table, self.column, self.goes, self.told, self.tell = table, column, goes, told, tell
        self.clear = {
            Goes.ROW: Sql(f"DELETE FROM {table} WHERE {column} = $1"),
            Goes.LINK: Sql(f"UPDATE {table} SET {column} = NULL WHERE {column} = $1"),
            Goes.STAYS: None,
        }[goes]
        # Somebody is nobody, and here is still something of theirs. Not while it is being cleared.
        self.left_over = Sql(
            f"SELECT t.id, m.id AS member FROM {table} t JOIN member m ON m.id = t.{column} "
            "LEFT JOIN departure d ON d.member = m.id WHERE m.role IS NULL AND d.id IS NULL ORDER BY t.id LIMIT 1"
        )


@dataclass(frozen=True)
class Room:
    """A room's part. `told`: more that its owner is told, by table. `first`: what happens before its rows go."""

    belongings: Sequence[Belonging]
    told: Mapping[str, Sql] = field(default_factory=dict)
    first: Callable[[Leaver], Awaitable[None]] | None = None

    async def let_go(self, leaver: Leaver) -> None:
        """Inside `writing()`. Done twice, it changes nothing the second time."""
        if self.first is not None:
            await self.first(leaver)
        for belonging in self.belongings:
            if belonging.clear is not None:
                await belonging.clear.rows(leaver.member)
