"""What several commands need of the store: open it on a loop, see what is in it, empty it."""

import logging
from collections.abc import Coroutine
from typing import Any, TypeVar

import uvloop

from zukunftsparlament.cli.faults import Fault
from zukunftsparlament.kernel import database
from zukunftsparlament.kernel.migrations import has_tables, is_current
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import _

T = TypeVar("T")
ANYBODY_HERE = Sql("SELECT (SELECT count(*) FROM municipality) + (SELECT count(*) FROM staff) AS found")


def on_a_loop(work: Coroutine[Any, Any, T]) -> T:
    """Run `work` with the store open, and close it whatever happens."""

    async def opened() -> T:
        try:
            await database.start()
        except BaseException:
            work.close()  # it never began
            raise
        try:
            return await work
        finally:
            await database.stop()

    quiet_libraries()
    return uvloop.run(opened())


def quiet_libraries() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    for name in ("piccolo", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    logging.getLogger("piccolo.engine.base").propagate = False


def no_new_store() -> None:
    """Reading commands must not leave an empty file where there was none."""
    if settings().is_sqlite and not settings().sqlite_path.exists():
        raise Fault(_("Hier ist noch kein Datenbestand: {path}").format(path=settings().sqlite_path))


async def must_be_current() -> None:
    if not await is_current():
        raise Fault(_("Der Datenbestand ist leer oder älter als dieses Programm. Zuerst: zukunftsparlament migrate"))


async def is_in_use() -> bool:
    """Whether an installation has been set up in this store: a municipality or somebody of the office."""
    return await has_tables() and bool(await ANYBODY_HERE.value())
