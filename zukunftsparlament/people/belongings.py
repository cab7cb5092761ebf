"""What each room holds of a young person, column by column: how its owner is told, and how it goes when they go.

A room lists its tables in its `leaving.py`. The own data on "Meins", the deletion, the replay after a restore and a
check of `verify` all read these lists, and a test finds every column that points at a member and is in none of them.
"""
# ruff: noqa: S608  tables and columns are ours

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from zukunftsparlament.kernel.sql import Sql


class Goes(Enum):
    ROW = "row"  # the row is deleted
    LINK = "link"  # the row stays and points at nobody
    STAYS = "stays"  # points at the member's empty row from then on: a number that leads nowhere


@dataclass(frozen=True)
class Leaver:
    """`with_texts`: what they have written goes too, public or not."""

    member: int
    with_texts: bool = False


@dataclass(frozen=True)
class Belonging:
    """A column that points at a member. `told`: its rows for the owner ($1), with no secret and no text of others;
    `None` where another column of the same table tells it."""

    table: str
    column: str
    goes: Goes
    told: Sql | None = None
    clear: Sql | None = field(init=False)
    left: Sql | None = field(init=False)

    def __post_init__(self) -> None:
        clear = {
            Goes.ROW: Sql(f"DELETE FROM {self.table} WHERE {self.column} = $1"),
            Goes.LINK: Sql(f"UPDATE {self.table} SET {self.column} = NULL WHERE {self.column} = $1"),
            Goes.STAYS: None,
        }
        object.__setattr__(self, "clear", clear[self.goes])
        still_there = Sql(
            f"SELECT t.id FROM {self.table} t JOIN member m ON m.id = t.{self.column} WHERE m.role IS NULL LIMIT 1"
        )
        object.__setattr__(self, "left", None if self.goes is Goes.STAYS else still_there)


@dataclass(frozen=True)
class Room:
    """A room's part. `first`: what has to happen before its rows and links go."""

    belongings: Sequence[Belonging]
    first: Callable[[Leaver], Awaitable[None]] | None = None

    async def let_go(self, leaver: Leaver) -> None:
        """Inside `writing()`. Done twice, it changes nothing the second time."""
        if self.first is not None:
            await self.first(leaver)
        for belonging in self.belongings:
            if belonging.clear is not None:
                await belonging.clear.rows(leaver.member)
