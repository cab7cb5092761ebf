"""How many pages a second, and what one costs the server."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, repeat

from zukunftsparlament.bench.load import Load, connect, request
from zukunftsparlament.bench.served import Served
from zukunftsparlament.bench.world import World, add_proposals

WARM_UP_SECONDS = 0.5
ROUNDS = 5
FEW, MANY = 500, 50_000


class WrongAnswer(Exception):
    """The server answered something else than what was to be measured: its speed means nothing."""


@dataclass(frozen=True)
class Cost:
    """`cpu_us`: microseconds of server CPU time for one answer, the kernel's share included."""

    per_second: float
    cpu_us: float


async def cost(server: Served, asked: bytes, *, seconds: float) -> Cost:
    """Of this request, asked for so many seconds by all lines at once. The best of a few rounds:
    whatever else this machine does meanwhile only adds."""
    load = Load(repeat(asked))
    await connect(server.port, load)
    await asyncio.sleep(WARM_UP_SECONDS)
    moments = [_now(server, load)]
    for _ in range(ROUNDS):
        await asyncio.sleep(seconds / ROUNDS)
        moments.append(_now(server, load))
    load.over = True
    await load.done.wait()
    return min((_between(*round_, load) for round_ in pairwise(moments)), key=lambda found: found.cpu_us)


async def cost_of_each(server: Served, requests: Iterator[bytes]) -> Cost:
    """Of these requests, each asked once."""
    load = Load(requests)
    begin = _now(server, load)
    await connect(server.port, load)
    await load.done.wait()
    return _between(begin, _now(server, load), load)


def _now(server: Served, load: Load) -> tuple[float, float, int]:
    return time.perf_counter(), server.cpu_seconds(), load.answered


def _between(begin: tuple[float, float, int], end: tuple[float, float, int], load: Load) -> Cost:
    if set(load.statuses) != {200}:
        raise WrongAnswer(dict(load.statuses))
    seconds, cpu, answered = (after - before for before, after in zip(begin, end, strict=True))
    return Cost(answered / seconds, cpu / answered * 1_000_000)


async def costs(server: Served, world: World, *, seconds: float) -> dict[str, Cost]:
    token = world.tokens[-1]
    asked = {
        "wall": request("/vorschlaege"),
        "wall_signed_in": request("/vorschlaege", token=token),
        "proposal_signed_in": request(f"/vorschlaege/{world.proposal}", token=token),
        "ballot": request(f"/abstimmungen/{world.polls[0]}/stimme", token=token),
    }
    return {name: await cost(server, asked, seconds=seconds) for name, asked in asked.items()}


async def growth(server: Served, world: World, *, seconds: float) -> float:
    """What a wall over 50,000 proposals costs somebody signed in, against one over 500."""
    asked = request("/vorschlaege", token=world.tokens[-1])
    last = await add_proposals(FEW - world.proposal, author=world.voters[0])
    few = await cost(server, asked, seconds=seconds)
    await add_proposals(MANY - last, author=world.voters[0])
    many = await cost(server, asked, seconds=seconds)
    return many.cpu_us / few.cpu_us
