"""From the publishing to the last stream, and from a tap in the cockpit to the last phone that shows it."""

import asyncio
import re
import resource
import socket
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

from zukunftsparlament.bench.first_visit import body_of
from zukunftsparlament.bench.live.fan_out import PUBLISH, ROOM
from zukunftsparlament.bench.live.phones import Phones, Streams, jitter_on
from zukunftsparlament.bench.live.sitting import Room, open_a_sitting
from zukunftsparlament.bench.load import HOST, fetch, request
from zukunftsparlament.bench.pages import WrongAnswer
from zukunftsparlament.bench.served import OUR_CORE, on_core, served


@dataclass(frozen=True)
class FanOut:
    """Milliseconds from the publishing to the last stream: the median of all rounds, in turn with the bare loop."""

    ours_ms: float
    bare_ms: float

    @property
    def ratio(self) -> float:
        return self.ours_ms / self.bare_ms


@dataclass(frozen=True)
class Live:
    """`fan_out` by the number of streams. Seconds from the tap to the last phone's whole answer, in the worst round;
    of that up to so much jitter is waited by the phones themselves."""

    fan_out: dict[int, FanOut]
    room_seconds: float
    hall_seconds: float
    room_jitter: float
    hall_jitter: float
    phones: int
    spectators: int


async def measure_live(*, streams: Sequence[int], spectators: int, rounds: int, taps: int) -> Live:
    """With the store open and seeded."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))  # a shell gives us 1,024; the server takes more by itself
    with on_core(OUR_CORE):
        async with (
            served(["bench", "--serve", "loop"], answers_at=PUBLISH) as bare,
            served(["bench", "--serve", "program"], answers_at="/healthz") as ours,
        ):
            fan_out = {
                count: await asyncio.to_thread(_fan_out, ours.port, bare.port, count, rounds) for count in streams
            }
        room = await open_a_sitting()
        async with served(["serve", "--port"], answers_at="/healthz") as server:
            in_room = jitter_on(body_of(await fetch(server.port, room.inside, token=room.phones[0])))
            in_hall = jitter_on(body_of(await fetch(server.port, room.outside)))
            jitters = [in_room] * len(room.phones) + [in_hall] * spectators
            worst = await asyncio.to_thread(_taps, server.port, room, jitters, taps)
    return Live(fan_out, *worst, in_room, in_hall, len(room.phones), spectators)


def _fan_out(ours: int, bare: int, count: int, rounds: int) -> FanOut:
    found: dict[int, list[float]] = {ours: [], bare: []}
    with Streams(ours, ROOM, count) as our_phones, Streams(bare, ROOM, count) as others:
        for _ in range(rounds):
            for port, phones in ((ours, our_phones), (bare, others)):
                with socket.create_connection((HOST, port)) as line:
                    line.sendall(request(PUBLISH))
                    last = phones.all_hear()
                    published = float(line.recv(4096).rpartition(b"\r\n\r\n")[2])
                found[port].append((last - published) * 1000)
    return FanOut(statistics.median(found[ours]), statistics.median(found[bare]))


def _taps(port: int, room: Room, jitters: Sequence[float], taps: int) -> tuple[float, float]:
    """The chair pauses and goes on. All listen at the same time, those in the room and those outside."""
    inside = [request(room.inside, token=token, fragment=True) for token in room.phones]
    asked = inside + [request(room.outside, fragment=True)] * (len(jitters) - len(inside))
    worst_inside, worst_outside, before = 0.0, 0.0, [""] * len(asked)
    with Phones(port, f"sitting-{room.number}", asked, jitters) as phones:
        for tap in range(taps):
            path = f"/vorsitz/{room.number}/pause" + ("/ende" if tap % 2 else "")
            with socket.create_connection((HOST, port)) as line:
                begin = monotonic()
                line.sendall(request(path, token=room.chair, form="minutes=5", fragment=True))
                moments, answers = phones.all_fetch()
                _must_be_good([line.recv(65_536), *answers])
            before = _must_be_new([shown(answer) for answer in answers], before)
            worst_inside = max(worst_inside, max(moments[: len(inside)]) - begin)
            worst_outside = max(worst_outside, max(moments[len(inside) :]) - begin)
    return worst_inside, worst_outside


def _must_be_good(answers: Sequence[bytes]) -> None:
    if wrong := {answer[9:12] for answer in answers} - {b"200"}:
        raise WrongAnswer(wrong)


def _must_be_new(now: list[str], before: list[str]) -> list[str]:
    """A phone that fetched what it knew already was told too early."""
    if old := sum(one == other for one, other in zip(now, before, strict=True)):
        raise WrongAnswer(f"{old} phones have fetched what was there before the tap")
    return now


def shown(answer: bytes) -> str:
    """Without the nonce, which differs each time."""
    return re.sub(r'nonce="[^"]*"', "", body_of(answer))
