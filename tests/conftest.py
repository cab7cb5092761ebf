"""Every test that touches the store gets an empty, migrated one. Which store: ZP_TEST_DATABASE_URL,
by default a SQLite file; `bin/test` runs everything twice."""

import os
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import cast

# The settings are read when the program is imported: so they are made before it.
_folder = tempfile.TemporaryDirectory(prefix="zp-tests-")
os.environ["ZP_DATA"] = _folder.name
os.environ["ZP_BASE_URL"] = "http://127.0.0.1:8000"
if url := os.environ.get("ZP_TEST_DATABASE_URL"):
    os.environ["ZP_DATABASE_URL"] = url
else:
    os.environ.pop("ZP_DATABASE_URL", None)

import pytest  # noqa: E402

from tests.client import Client  # noqa: E402
from tests.emptying import empty, new_files  # noqa: E402
from zukunftsparlament.kernel import database  # noqa: E402
from zukunftsparlament.kernel.migrations import migrate  # noqa: E402
from zukunftsparlament.kernel.settings import settings  # noqa: E402
from zukunftsparlament.kernel.sqlite_engine import OneWriterEngine  # noqa: E402


@pytest.fixture(scope="session")
async def migrated() -> AsyncIterator[None]:
    await database.start()
    await migrate()
    await _never_wait_for_the_disk()
    yield
    await database.stop()


async def _never_wait_for_the_disk() -> None:
    """What must last is tested with programs of their own, which are killed: for that the system keeps what was
    written. Only without power it would be lost."""
    if settings().is_sqlite:
        engine = cast(OneWriterEngine, database.engine())
        await engine.one_writer.in_thread(lambda: engine.writer.execute("PRAGMA synchronous = OFF"))


@pytest.fixture
async def store(migrated: None) -> AsyncIterator[None]:
    """An empty store; what a test leaves behind is gone before the next one."""
    yield
    await empty()


@pytest.fixture
async def untouched_store(store: None) -> None:
    """An empty store whose files have never held anything."""
    await new_files()


@pytest.fixture
async def client(store: None) -> AsyncIterator[Client]:
    """A browser without JavaScript, signed out, talking to the whole program."""
    async with Client() as visitor:
        yield visitor


@pytest.fixture
def data_folder() -> Path:
    return settings().data
