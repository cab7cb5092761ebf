"""Event streams: what they say, and how many there may be."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from zukunftsparlament.cli import serving
from zukunftsparlament.kernel import streams
from zukunftsparlament.kernel.hub import hub


class Phone:
    """Opens a stream and hears what is said."""

    def __init__(self, address: str) -> None:
        self.scope = {"query_string": b"raum=polls", "headers": [], "http_version": "1.1", "client": (address, 1)}
        self.status, self.type = 0, b""
        self.heard: list[str] = []
        self.hangs_up = asyncio.Event()

    async def receive(self) -> dict[str, Any]:
        await self.hangs_up.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.status, self.type = message["status"], dict(message["headers"])[b"content-type"]
        self.heard += filter(None, message.get("body", b"").decode().split("\n\n"))


@asynccontextmanager
async def streaming(*addresses: str) -> AsyncIterator[list[Phone]]:
    """Phones that hang up at the end."""
    phones = [Phone(address) for address in addresses]
    running = [asyncio.create_task(streams.stream(phone.scope, phone.receive, phone.send)) for phone in phones]
    await asyncio.sleep(0.05)
    yield phones
    for phone in phones:
        phone.hangs_up.set()
    await asyncio.gather(*running)


async def test_a_phone_hears_where_a_room_stands_and_what_is_new() -> None:
    async with streaming("192.0.2.1") as [phone]:
        hub.publish("polls")
        hub.publish("answers")
        await asyncio.sleep(0.05)

    now = hub.version("polls")
    assert phone.heard == [f"event: polls\ndata: {now - 1}", f"event: polls\ndata: {now}"]


async def test_a_line_without_news_is_kept_awake_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "SILENT_SECONDS", (0.001,))

    async with streaming("192.0.2.1") as [phone]:
        hub.publish("polls")
        await asyncio.sleep(0.1)

    assert phone.heard.count(": wach") >= 3
    assert f"event: polls\ndata: {hub.version('polls')}" in phone.heard


async def test_of_many_versions_that_came_at_once_only_the_last_is_told() -> None:
    async with streaming("192.0.2.1") as [phone]:
        for _ in range(5):
            hub.publish("polls")
        await asyncio.sleep(0.05)

    assert len(phone.heard) == 2
    assert phone.heard[1] == f"event: polls\ndata: {hub.version('polls')}"


async def test_one_address_cannot_take_every_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "MOST_FROM_ONE_ADDRESS", 2)

    async with streaming(*3 * ["192.0.2.1"], "192.0.2.2") as phones:
        assert [phone.status for phone in phones] == [200, 200, 503, 200]
        assert b"event-stream" not in phones[2].type  # or the phone would believe that it has one

    async with streaming(*2 * ["192.0.2.1"]) as phones:
        assert [phone.status for phone in phones] == [200, 200]
    assert not streams.open_from


def test_the_server_lets_pages_in_when_all_streams_are_open() -> None:
    assert streams.MOST_STREAMS + 1_000 <= serving.STREAMS


async def test_all_streams_together_leave_room_for_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "MOST_STREAMS", 3)

    async with streaming(*(f"192.0.2.{last}" for last in range(5))) as phones:
        assert [phone.status for phone in phones] == [200, 200, 200, 503, 503]
