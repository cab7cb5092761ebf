"""Secret votes: over HTTP, by calling the action, and the same statements on the bare driver of the store."""

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

import asyncpg

from zukunftsparlament.bench.load import CONNECTIONS, request
from zukunftsparlament.bench.pages import ROUNDS, Cost, cost_of_each
from zukunftsparlament.bench.served import Served
from zukunftsparlament.bench.world import World
from zukunftsparlament.kernel.keys import key_for
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sqlite_engine import PRAGMAS
from zukunftsparlament.polls import box, queries, receipts
from zukunftsparlament.polls.actions import cast_vote
from zukunftsparlament.polls.actions.voting import NOTE_TURNOUT, PUT_IN_THE_BOX
from zukunftsparlament.polls.queries.papers import RECEIPT_PURPOSE
from zukunftsparlament.polls.queries.polls import FOR_CASTING
from zukunftsparlament.polls.queries.roll import PLACE

POOL = 10
SEALED = bytes(box.SEALED)


def receipt(number: int) -> str:
    return receipts.sign(receipts.draw(), number, key_for(RECEIPT_PURPOSE))


async def over_http(server: Served, world: World) -> Cost:
    """Every voter once, as a phone with htmx sends it."""
    number = world.polls[1]

    def ballots() -> Iterator[bytes]:
        for token in world.tokens:
            form = urlencode({"choice": "yes", "receipt": receipt(number)})
            yield request(f"/abstimmungen/{number}/stimme", token=token, form=form, fragment=True)

    return await cost_of_each(server, iter(list(ballots())))


async def rates(world: World) -> tuple[float, float]:
    """Votes a second through the whole action, sealing included, and transactions a second on the bare driver:
    the same statements, a box sealed beforehand, a commit each. In turn, and of each the best round."""
    size = len(world.voters) // ROUNDS
    rounds = [world.voters[first : first + size] for first in range(0, size * ROUNDS, size)]
    found = [(await _by_action(world.polls[2], voters), await _bare(world.polls[3], voters)) for voters in rounds]
    return max(ours for ours, _ in found), max(bare for _, bare in found)


async def _by_action(number: int, voters: Sequence[int]) -> float:
    slips = {voter: receipt(number) for voter in voters}
    return await _rate(voters, lambda voter: cast_vote(number, ["yes"], receipt=slips[voter], voter=voter))


async def _bare(number: int, voters: Sequence[int]) -> float:
    poll = (await queries.poll(number)).id
    if settings().is_sqlite:
        return await asyncio.to_thread(_bare_sqlite, number, poll, voters)
    return await _bare_postgres(number, poll, voters)


def _bare_sqlite(number: int, poll: int, voters: Sequence[int]) -> float:
    store = sqlite3.connect(settings().sqlite_path, isolation_level=None)
    for pragma in PRAGMAS:
        store.execute(f"PRAGMA {pragma}")
    begin = time.perf_counter()
    for voter in voters:
        store.execute("BEGIN IMMEDIATE")
        store.execute(FOR_CASTING.finished, (number,)).fetchall()
        store.execute(PLACE.finished, (poll, voter)).fetchall()
        store.execute(NOTE_TURNOUT.finished, (poll, voter)).fetchall()
        store.execute(PUT_IN_THE_BOX.finished, (poll, SEALED))
        store.execute("COMMIT")
    seconds = time.perf_counter() - begin
    store.close()
    return len(voters) / seconds


async def _bare_postgres(number: int, poll: int, voters: Sequence[int]) -> float:
    async with asyncpg.create_pool(settings().database_url, min_size=POOL, max_size=POOL) as pool:

        async def vote(voter: int) -> None:
            async with pool.acquire() as store, store.transaction():
                await store.fetch(FOR_CASTING.finished, number)
                await store.fetch(PLACE.finished, poll, voter)
                await store.fetch(NOTE_TURNOUT.finished, poll, voter)
                await store.fetch(PUT_IN_THE_BOX.finished, poll, SEALED)

        return await _rate(voters, vote)


async def _rate(voters: Sequence[int], vote: Callable[[int], Awaitable[Any]]) -> float:
    """As many tasks as there would be connections, until everybody has voted."""
    waiting = iter(voters)

    async def line() -> None:
        for voter in waiting:
            await vote(voter)

    begin = time.perf_counter()
    async with asyncio.TaskGroup() as lines:
        for _ in range(CONNECTIONS):
            lines.create_task(line())
    return len(voters) / (time.perf_counter() - begin)
