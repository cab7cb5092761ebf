"""`kill -9` between and during two turns of a two-key ballot box: the first card stays in, the second counts once."""

import asyncio
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import httpx

from tests.browser.server import ROOT, Server
from tests.client import SAME_ORIGIN
from tests.polls.test_kill import Crowd, everybody_votes
from tests.polls.test_kill import database_url as database_url
from zukunftsparlament.kernel.doorman import SESSION_COOKIE


async def turn(crowd: Crowd, code: str) -> int:
    headers = {**SAME_ORIGIN, "Cookie": f"{SESSION_COOKIE}={crowd.chair}"}
    async with httpx.AsyncClient(timeout=20) as client:
        answer = await client.post(f"{crowd.address}/schluessel", data={"code": code}, headers=headers)
        return answer.status_code


async def test_killed_again_and_again_while_two_cards_open_the_box_it_is_counted_once(
    tmp_path: Path, database_url: str
) -> None:
    server = Server(tmp_path, database_url=database_url)
    command = [sys.executable, "-m", "tests.polls.crowd", "60", "two-key"]
    made = json.loads(await asyncio.to_thread(subprocess.check_output, command, cwd=ROOT, env=server.environment))
    server.start()
    crowd = Crowd(server, made["poll"], made["chair"], [(token, slip) for token, slip in made["voters"]])
    first, second, _third = made["cards"]
    try:
        await everybody_votes(crowd, kill_after=None)
        assert await crowd.lead("schluss") == 303
        assert await turn(crowd, first) == 303
        for milliseconds in (0, 30, 45, 60):
            turning = asyncio.create_task(turn(crowd, second))
            await asyncio.sleep(milliseconds / 1000)
            crowd.kill()
            await asyncio.gather(turning, return_exceptions=True)
            server.start()
        assert await turn(crowd, second) == 303
        assert await crowd.lead("veroeffentlichung") == 303
        listed = await crowd.listed()
    finally:
        server.stop()

    receipts = Counter(ballot["receipt"] for ballot in listed["ballots"])
    assert receipts == Counter(slip.partition(".")[0] for _, slip in crowd.voters)
    assert listed["turnout"] == 60
    assert [path for path in (server.data / "keys" / "polls").glob("*") if path.suffix != ".draft"] == []
