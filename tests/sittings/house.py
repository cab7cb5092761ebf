"""A sitting with two chairs in whatever store the environment names: `python -m tests.sittings.house make`.

Prints JSON: its number, the marks of its items, a session of each chair. `… told 1`: the kinds of its steps, its state
and its running item. `… hurry 1`: the countdown that runs in it ends now.
"""

import asyncio
import json
import sys
from datetime import timedelta

from tests import makers, makers_sittings
from tests.polls.crowd import session
from zukunftsparlament.kernel import database
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.migrations import migrate
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.checks import CHECKS

HURRY = Sql("UPDATE sitting SET due_at = $2 WHERE number = $1 AND due_at IS NOT NULL")


async def make() -> dict[str, object]:
    await migrate()
    async with database.writing():
        sitting = await makers_sittings.sitting(starts_at=now() + timedelta(hours=1), invited=True)
        chairs = [await makers.chair(), await makers.chair()]
        await makers_sittings.present(sitting, *chairs)
        marks = [item.mark for item in await queries.agenda(sitting.id)]
        return {"number": sitting.number, "marks": marks, "chairs": [await session(chair) for chair in chairs]}


async def told(number: int) -> dict[str, object]:
    sitting = await queries.sitting(number)
    running = await queries.running_item(sitting.id)
    return {
        "steps": [step.kind for step in await queries.steps(sitting.id)],
        "state": sitting.state,
        "running": running.mark if running else None,
        "bell": sitting.bell,
        "due": sitting.due.get("act"),
        "broken": [found for check in CHECKS if (found := await check.find())],
    }


async def main(what: str, number: int) -> object:
    await database.start()
    try:
        if what == "make":
            return await make()
        if what == "hurry":
            return await HURRY.rows(number, now())
        return await told(number)
    finally:
        await database.stop()


if __name__ == "__main__":
    print(json.dumps(asyncio.run(main(sys.argv[1], int((*sys.argv, "0")[2])))))
