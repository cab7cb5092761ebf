"""What one server announces, the others hear: once, and only when it is durable."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from zukunftsparlament.kernel import between_servers
from zukunftsparlament.kernel.between_servers import CHANNEL, SAY, listening
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce, hub
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql

pytestmark = [
    pytest.mark.usefixtures("store"),
    pytest.mark.skipif(settings().is_sqlite, reason="SQLite has one server"),
]

HANG_UP = Sql(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'"
)


async def soon(heard: list[str], *expected: str) -> None:
    async with asyncio.timeout(5):
        while heard != list(expected):  # noqa: ASYNC110  the line hears into a plain list
            await asyncio.sleep(0.01)


@asynccontextmanager
async def hearing() -> AsyncIterator[list[str]]:
    """What is heard while the block runs; a line that begins says "missed"."""
    heard: list[str] = []
    async with listening(heard.append, missed=lambda: heard.append("missed")):
        await soon(heard, "missed")
        yield heard


async def test_another_server_is_heard_and_our_own_voice_is_not() -> None:
    async with hearing() as heard:
        before = hub.versions["polls"]
        async with writing():
            announce("polls", "poll-7")
        await SAY.rows(CHANNEL, "another-server proposals proposal-3")

        await soon(heard, "missed", "proposals", "proposal-3")
        assert hub.versions["polls"] == before + 1


async def test_it_is_said_with_the_commit_and_never_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def announce_as_another_server(room: str) -> None:
        with monkeypatch.context() as there:
            there.setattr(between_servers, "OURSELVES", "another-server")
            announce(room)

    async with hearing() as heard:
        with pytest.raises(ZeroDivisionError):
            async with writing():
                announce_as_another_server("polls")
                1 / 0  # noqa: B018
        async with writing():
            announce_as_another_server("answers")
            await asyncio.sleep(0.1)
            assert heard == ["missed"]

        await soon(heard, "missed", "answers")


async def test_a_line_that_broke_is_taken_up_again() -> None:
    async with hearing() as heard:
        await HANG_UP.rows()
        await soon(heard, "missed", "missed")
        await SAY.rows(CHANNEL, "another-server polls")

        await soon(heard, "missed", "missed", "polls")


async def test_a_dead_line_is_noticed_by_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(between_servers, "ASK_SECONDS", 0.05)
    async with hearing() as heard:
        await asyncio.sleep(0.3)
        assert heard == ["missed"]  # asked some times, and it was there
