"""A server in a process of its own, and what the operating system knows about that process (Linux)."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from zukunftsparlament.bench.load import HOST, until_it_answers

CORES = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
SERVER_CORE, OUR_CORE = 0, -1  # the first and the last of them: one and the same where there is only one
COMMAND = (sys.executable, "-m", "zukunftsparlament.cli")
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Served:
    port: int
    pid: int
    seconds_to_start: float

    def cpu_seconds(self) -> float:
        """What all its threads have used so far, own and system time, in steps of 10 ms."""
        after_name = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / TICKS

    def memory_mib(self) -> float:
        """Resident, shared libraries included."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


@asynccontextmanager
async def served(arguments: Sequence[str], *, answers_at: str) -> AsyncIterator[Served]:
    """`zukunftsparlament` with these arguments and a free port, until the block is left."""
    port = free_port()
    begin = time.perf_counter()
    with on_core(SERVER_CORE):
        process = subprocess.Popen(  # noqa: ASYNC220, S603 - ours, and started before anything waits
            [*COMMAND, *arguments, str(port)],
            env=os.environ | {"ZP_BASE_URL": f"http://{HOST}:{port}"},
            stdout=subprocess.DEVNULL,
        )
    try:
        await until_it_answers(port, answers_at)
        yield Served(port, process.pid, time.perf_counter() - begin)
    finally:
        process.terminate()
        await asyncio.to_thread(process.wait)


@contextmanager
def on_core(which: int) -> Iterator[None]:
    """What runs and what is started meanwhile keeps to that one core. Without Linux nothing is bound."""
    if not CORES:
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {CORES[which]})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
