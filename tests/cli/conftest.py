import asyncio
import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncpg
import pytest

from tests.cli.place import Place

_numbers = itertools.count(1)


def _on_server(statement: str) -> None:
    async def run() -> None:
        connection = await asyncpg.connect(os.environ["ZP_TEST_DATABASE_URL"])
        await connection.execute(statement)
        await connection.close()

    asyncio.run(run())


def _database(template: str | None = None) -> str | None:
    """A new database on the server under test; None where SQLite is tested. A copy of `template`, if given."""
    url = os.environ.get("ZP_TEST_DATABASE_URL")
    if url is None:
        return None
    name = f"cli_{os.getpid()}_{next(_numbers)}"
    _on_server(f"CREATE DATABASE {name}" + (f" TEMPLATE {template.rpartition('/')[2]}" if template else ""))
    return f"{url.rpartition('/')[0]}/{name}"


def _gone(place: Place) -> None:
    if place.database_url:
        _on_server(f"DROP DATABASE {place.database_url.rpartition('/')[2]} WITH (FORCE)")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """An empty data folder and an empty store."""
    found = Place(tmp_path / "data", _database())
    yield found
    _gone(found)


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The demo, made once. Never changed: take a `demo`."""
    made = Place(tmp_path_factory.mktemp("pristine") / "data", _database())
    made.done("seed")
    yield made
    _gone(made)


@pytest.fixture
def copies(pristine: Place, tmp_path: Path) -> Iterator[Callable[[], Place]]:
    made = []

    def copy() -> Place:
        data = tmp_path / f"demo{next(_numbers)}"
        shutil.copytree(pristine.data, data)
        made.append(Place(data, _database(pristine.database_url)))
        return made[-1]

    yield copy
    for found in made:
        _gone(found)


@pytest.fixture
def demo(copies: Callable[[], Place]) -> Place:
    """A demo of one's own."""
    return copies()
