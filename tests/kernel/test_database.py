import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from zukunftsparlament.journal.actions import next_number
from zukunftsparlament.kernel.database import after_commit, engine, writing
from zukunftsparlament.kernel.sql import Sql

pytestmark = pytest.mark.usefixtures("store")

ADD = Sql("INSERT INTO school (name, short, kind) VALUES ($1, $1, 'primary')")
COUNT = Sql("SELECT count(*) FROM school")


async def test_what_fails_inside_leaves_nothing_behind() -> None:
    seen: list[str] = []
    with pytest.raises(ZeroDivisionError):
        async with writing():
            await ADD.rows("Eichenschule")
            after_commit(lambda: seen.append("never"))
            1 / 0  # noqa: B018

    assert (await COUNT.value(), seen) == (0, [])


async def test_what_fails_afterwards_is_logged_and_undoes_nothing(caplog: pytest.LogCaptureFixture) -> None:
    seen: list[str] = []

    async def late() -> None:
        raise ZeroDivisionError

    def unwritable() -> None:
        raise PermissionError("deletions.jsonl")

    async with writing():
        await ADD.rows("Eichenschule")
        for work in (unwritable, late, lambda: seen.append("the others are done")):
            after_commit(work)

    assert (await COUNT.value(), seen) == (1, ["the others are done"])
    assert [record.getMessage() for record in caplog.records if record.name == "zukunftsparlament"] == [
        "after a commit: PermissionError: deletions.jsonl",
        "after a commit: ZeroDivisionError: ",
    ]


async def test_an_inner_transaction_is_part_of_the_outer_one() -> None:
    with pytest.raises(ZeroDivisionError):
        async with writing():
            async with writing():
                await ADD.rows("Eichenschule")
            1 / 0  # noqa: B018

    assert await COUNT.value() == 0


async def test_fifty_at_once_each_get_their_own_number() -> None:
    async def take() -> int:
        async with writing():
            return await next_number("proposal")

    assert sorted(await asyncio.gather(*(take() for _ in range(50)))) == list(range(1, 51))


async def test_a_cancelled_writer_lets_the_next_one_in() -> None:
    async def slow() -> None:
        async with writing():
            await ADD.rows("Halbschule")
            await asyncio.sleep(10)

    task = asyncio.create_task(slow())
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with writing():
        await ADD.rows("Eichenschule")

    assert await COUNT.value() == 1


async def test_readers_see_nothing_before_the_commit() -> None:
    reader_saw: list[int] = []

    async def read() -> None:
        reader_saw.append(await COUNT.value())

    async with writing():
        await ADD.rows("Eichenschule")
        await asyncio.create_task(read(), context=__import__("contextvars").Context())

    assert (reader_saw, await COUNT.value()) == ([0], 1)


async def test_a_failing_commit_gives_the_connection_back() -> None:
    if engine().engine_type == "sqlite":
        pytest.skip("deferred constraints are PostgreSQL's")
    await Sql("CREATE TABLE later (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)").rows()
    try:
        for _ in range(15):
            with pytest.raises(Exception, match="duplicate"):
                async with writing():
                    await Sql("INSERT INTO later VALUES (1), (1)").rows()
        assert await COUNT.value() == 0
    finally:
        await Sql("DROP TABLE later").rows()


def test_the_store_serves_one_loop_after_another(tmp_path: Path) -> None:
    """The demo is seeded on one loop and served on another, in one process."""
    script = """
import asyncio
from zukunftsparlament.journal.actions import next_number
from zukunftsparlament.kernel import database, migrations

async def number():
    async with database.writing():
        return await next_number("proposal")

async def fifty():
    await database.start()
    await migrations.migrate()
    numbers = await asyncio.gather(*(number() for _ in range(50)))
    await database.stop()
    return max(numbers)

print(asyncio.run(fifty()), asyncio.run(fifty()))
"""
    environment = {**os.environ, "ZP_DATA": str(tmp_path)}
    environment.pop("ZP_DATABASE_URL", None)
    ran = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)

    assert ran.stdout.split() == ["50", "100"]
