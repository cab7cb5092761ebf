"""`kill -9` of the real server, in the middle of votes and in the middle of the count."""

import asyncio
import json
import secrets
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest

from tests.browser.server import ROOT, Server
from tests.client import SAME_ORIGIN
from zukunftsparlament.kernel.doorman import SESSION_COOKIE
from zukunftsparlament.kernel.settings import settings

AT_ONCE = 32
UNANSWERED = (httpx.TransportError,)


@dataclass
class Crowd:
    server: Server
    poll: int
    chair: str
    voters: list[tuple[str, str]]
    heard: dict[str, str] = field(default_factory=dict)  # slip → choice, of every acknowledged vote
    told: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def address(self) -> str:
        return f"{self.server.base_url}/abstimmungen/{self.poll}"

    async def vote(self, client: httpx.AsyncClient, voter: tuple[str, str], choice: str) -> None:
        """What a phone does: the same slip again until somebody answers."""
        token, slip = voter
        answer = await client.post(
            f"{self.address}/stimme",
            data={"choice": choice, "receipt": slip},
            headers={**SAME_ORIGIN, "Cookie": f"{SESSION_COOKIE}={token}"},
        )
        assert answer.status_code in (200, 303), answer.text
        self.heard[slip] = choice
        self.told.set()

    async def lead(self, act: str) -> int:
        headers = {**SAME_ORIGIN, "Cookie": f"{SESSION_COOKIE}={self.chair}"}
        async with httpx.AsyncClient(timeout=20) as client:
            return (await client.post(f"{self.address}/{act}", data={"countdown": "0"}, headers=headers)).status_code

    async def listed(self) -> dict[str, Any]:
        async with httpx.AsyncClient() as client:
            return dict((await client.get(f"{self.address}/liste.json")).json())

    async def until_heard(self, number: int) -> None:
        while len(self.heard) < number:
            self.told.clear()
            await self.told.wait()

    def kill(self) -> None:
        assert self.server.process is not None
        self.server.process.kill()
        self.server.process.wait()


@pytest.fixture
async def database_url() -> AsyncIterator[str]:
    """A database of its own on PostgreSQL; "" means: SQLite in the server's folder."""
    if settings().is_sqlite:
        yield ""
        return
    name = f"kill_{secrets.token_hex(6)}"
    whole = settings().database_url
    connection = await asyncpg.connect(whole)
    await connection.execute(f"CREATE DATABASE {name}")
    yield f"{whole.rpartition('/')[0]}/{name}"
    await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
    await connection.close()


@pytest.fixture
async def crowd(tmp_path: Path, database_url: str, request: pytest.FixtureRequest) -> AsyncIterator[Crowd]:
    server = Server(tmp_path, database_url=database_url)
    command = [sys.executable, "-m", "tests.polls.crowd", str(request.param)]
    made = json.loads(await asyncio.to_thread(subprocess.check_output, command, cwd=ROOT, env=server.environment))
    server.start()
    yield Crowd(server, made["poll"], made["chair"], [(token, slip) for token, slip in made["voters"]])
    server.stop()


def choice_of(slip: str) -> str:
    return ("yes", "no", "abstain")[len(slip) % 3]


async def everybody_votes(crowd: Crowd, *, kill_after: int | None) -> None:
    """All who have not been answered yet, 32 at once; after so many answers the server is killed."""
    waiting = [voter for voter in crowd.voters if voter[1] not in crowd.heard]
    until = None if kill_after is None else len(crowd.heard) + kill_after

    async def one_after_the_other(client: httpx.AsyncClient) -> None:
        while waiting and (until is None or len(crowd.heard) < until):
            voter = waiting.pop()
            await crowd.vote(client, voter, choice_of(voter[1]))

    async with httpx.AsyncClient(timeout=20) as client:
        phones = [asyncio.create_task(one_after_the_other(client)) for _ in range(AT_ONCE)]
        if until is not None:
            await crowd.until_heard(until)
            crowd.kill()
        ended = await asyncio.gather(*phones, return_exceptions=True)
    assert all(end is None or isinstance(end, UNANSWERED) for end in ended), ended


@pytest.mark.parametrize("crowd", [500], indirect=True)
async def test_killed_in_the_middle_of_500_votes_every_acknowledged_vote_is_counted_once(crowd: Crowd) -> None:
    for kill_after in (100, 150):
        await everybody_votes(crowd, kill_after=kill_after)
        crowd.server.start()
    heard_before_the_end = dict(crowd.heard)
    assert 250 <= len(heard_before_the_end) < 500
    await everybody_votes(crowd, kill_after=None)

    for act in ("schluss", "auszaehlung", "veroeffentlichung"):
        assert await crowd.lead(act) == 303

    ballots = (await crowd.listed())["ballots"]
    counted = Counter((ballot["receipt"], *ballot["choice"]) for ballot in ballots)
    assert counted == Counter((slip.partition(".")[0], choice_of(slip)) for _, slip in crowd.voters)


@pytest.mark.parametrize("crowd", [120], indirect=True)
async def test_killed_again_and_again_while_counting_it_goes_on(crowd: Crowd) -> None:
    await everybody_votes(crowd, kill_after=None)
    assert await crowd.lead("schluss") == 303

    for milliseconds in (2, 12, 25, 45):
        counting = asyncio.create_task(crowd.lead("auszaehlung"))
        await asyncio.sleep(milliseconds / 1000)
        crowd.kill()
        await asyncio.gather(counting, return_exceptions=True)
        crowd.server.start()
    for act in ("auszaehlung", "veroeffentlichung"):
        assert await crowd.lead(act) == 303

    listed = await crowd.listed()
    receipts = Counter(ballot["receipt"] for ballot in listed["ballots"])
    assert receipts == Counter(slip.partition(".")[0] for _, slip in crowd.voters)
    assert listed["turnout"] == 120
    assert {path.suffix for path in (crowd.server.data / "keys" / "polls").iterdir()} <= {".draft"}
