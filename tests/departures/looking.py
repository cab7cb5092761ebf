"""Run under `faketime`: `python -m tests.departures.looking make` puts twelve cards into the store that the environment
names, one of which ends with September 2031; `… look` looks once as the server does and prints who is still there.
"""

import asyncio
import sys

from tests import makers
from zukunftsparlament.departures.month_end import MonthEnd
from zukunftsparlament.kernel import database
from zukunftsparlament.kernel.migrations import migrate
from zukunftsparlament.kernel.sql import Sql

ENDS = Sql("UPDATE member SET delete_after = $1")
ONE_ENDS = Sql("UPDATE member SET delete_after = $2 WHERE id = $1")
HERE = Sql("SELECT count(*) FROM member WHERE role IS NOT NULL")


async def make() -> None:
    await migrate()
    members = [await makers.member() for _ in range(12)]
    await ENDS.rows("2036-01")
    await ONE_ENDS.rows(members[0], "2031-09")


async def look() -> None:
    clock = MonthEnd()
    await clock.tick()
    print(await HERE.value(), "stopped" if clock.stopped else "", sep=" ", end="")


async def main(what: str) -> None:
    await database.start()
    await {"make": make, "look": look}[what]()
    await database.stop()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
