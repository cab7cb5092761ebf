"""`kill -9` of the real server at several points of a sitting: it goes on where it was, from any chair's phone."""

import asyncio
import json
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.browser.server import ROOT, Server
from tests.client import SAME_ORIGIN
from tests.polls.test_kill import database_url as database_url
from zukunftsparlament.kernel.doorman import SESSION_COOKIE

FIRST, SECOND = 0, 1


@dataclass
class House:
    server: Server
    number: int
    marks: list[int]
    chairs: list[str]

    def ask(self, *words: str) -> Any:
        command = [sys.executable, "-m", "tests.sittings.house", *words]
        return json.loads(subprocess.check_output(command, cwd=ROOT, env=self.server.environment))

    async def told(self) -> dict[str, Any]:
        return dict(await asyncio.to_thread(self.ask, "told", str(self.number)))

    async def tap(self, chair: int, act: str, **fields: str) -> int:
        headers = {**SAME_ORIGIN, "Cookie": f"{SESSION_COOKIE}={self.chairs[chair]}"}
        async with httpx.AsyncClient(timeout=20) as phone:
            address = f"{self.server.base_url}/vorsitz/{self.number}{act}"
            return (await phone.post(address, data=fields, headers=headers)).status_code

    async def sees(self, chair: int) -> str:
        async with httpx.AsyncClient(timeout=20) as phone:
            headers = {"Cookie": f"{SESSION_COOKIE}={self.chairs[chair]}"}
            return (await phone.get(f"{self.server.base_url}/vorsitz/{self.number}", headers=headers)).text

    def kill(self) -> None:
        assert self.server.process is not None
        self.server.process.kill()
        self.server.process.wait()


@pytest.fixture
async def house(tmp_path: Path, database_url: str) -> AsyncIterator[House]:
    server = Server(tmp_path, database_url=database_url)
    found = House(server, 0, [], [])
    made = await asyncio.to_thread(found.ask, "make")
    server.start()
    yield House(server, made["number"], made["marks"], made["chairs"])
    server.stop()


async def test_killed_after_every_tap_the_other_chair_goes_on_where_it_was(house: House) -> None:
    first, *_rest = house.marks
    await house.tap(FIRST, "/eroeffnung")
    taps: list[tuple[str, dict[str, str], str]] = [
        (f"/punkte/{first}/beginn", {}, "ist fertig"),
        ("/pause", {"minutes": "10"}, "Pause beenden"),
        (f"/punkte/{first}/ende", {"as": "done"}, "beginnt"),
    ]
    for turn, (act, fields, button) in enumerate(taps):
        chair = turn % 2
        assert await house.tap(chair, act, **fields) == 303
        house.kill()
        house.server.start()
        assert button in await house.sees(1 - chair)
        assert await house.tap(1 - chair, act, **fields) == 303  # as a phone does that heard no answer
        if act == "/pause":
            assert await house.tap(chair, "/pause/ende") == 303
    told = await house.told()
    assert all(times == 1 for times in Counter(told["steps"]).values())
    assert (told["state"], told["running"], told["due"], told["broken"]) == ("open", None, None, [])


async def test_killed_in_the_middle_of_taps_each_step_is_there_once(house: House) -> None:
    await house.tap(FIRST, "/eroeffnung")
    (mark, *_rest) = house.marks
    for milliseconds, (act, fields) in zip((3, 9), [("beginn", {}), ("ende", {"as": "done"})], strict=True):
        taps = [asyncio.create_task(house.tap(chair, f"/punkte/{mark}/{act}", **fields)) for chair in range(2)]
        await asyncio.sleep(milliseconds / 1000)
        house.kill()
        await asyncio.gather(*taps, return_exceptions=True)
        house.server.start()
        assert await house.tap(SECOND, f"/punkte/{mark}/{act}", **fields) == 303
    told = await house.told()
    steps = Counter(told["steps"])
    assert (steps["item_begun"], steps["item_ended"], told["running"], told["broken"]) == (1, 1, None, [])


async def test_killed_in_a_countdown_the_step_is_taken_once_after_the_restart(house: House) -> None:
    await house.tap(FIRST, "/eroeffnung")
    assert await house.tap(FIRST, "/schluss") == 303
    house.kill()
    await asyncio.to_thread(house.ask, "hurry", str(house.number))
    house.server.start()
    async with asyncio.timeout(20):
        while "Zum Protokoll" not in await house.sees(SECOND):  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    house.kill()
    house.server.start()
    told = await house.told()
    assert Counter(told["steps"])["closed"] == 1
    assert (told["due"], told["state"], told["broken"]) == (None, "closed", [])
