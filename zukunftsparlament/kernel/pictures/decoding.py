"""Has decoder.py make the copies of a picture: never on the event loop, never more at once than cores.

Measured here (one core of two, copies included): a photo of 12 megapixels 0.5 s as JPEG, 0.7 s as HEIC or PNG;
48 megapixels 0.6 s as JPEG, 1.7 s as HEIC (435 MB, which is the most). 0.07 s of each is the start of the process.
A PNG of 30,000 × 30,000, one that claims 4 GB and an animation of 10,000 frames: 0.08 s and 30 MB.
"""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from zukunftsparlament.kernel.refusals import TooOften

DECODER = Path(__file__).with_name("decoder.py")
CORES = os.cpu_count() or 1
WAITING_AT_MOST = 8
SECONDS_AT_MOST = 30  # on the clock; the process also counts its own

# A pool, not a semaphore: that would belong to one loop only.
_pool = ThreadPoolExecutor(max_workers=CORES, thread_name_prefix="picture")
_under_way = 0


@dataclass(frozen=True, slots=True)
class Decoded:
    """`width` and `height` are those of the largest copy; `copies` are WebP files by the width asked for."""

    width: int
    height: int
    copies: dict[int, bytes]


class NotTaken(Exception):
    """`why`: empty, too_heavy, too_large, not_a_picture, broken."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


async def decoded(file: IO[bytes], widths: Sequence[int]) -> Decoded:
    """`file` is a real one: the process reads it by itself. Raises NotTaken, or TooOften when too many wait."""
    global _under_way
    if _under_way >= CORES + WAITING_AT_MOST:
        raise TooOften(10)
    _under_way += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(_pool, _decoded, file, list(widths))
    finally:
        _under_way -= 1


def _decoded(file: IO[bytes], widths: list[int]) -> Decoded:
    file.flush()
    command = [sys.executable, "-I", str(DECODER), *map(str, widths)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, whole numbers
            command, stdin=file, capture_output=True, env={}, cwd="/", timeout=SECONDS_AT_MOST, check=True
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise NotTaken("broken") from error  # it took too much, or fell
    line, _, rest = done.stdout.partition(b"\n")
    told = json.loads(line)
    if "why_not" in told:
        raise NotTaken(told["why_not"])
    copies = {}
    for width, length in told["copies"]:
        copies[width], rest = rest[:length], rest[length:]
    width, height = told["size"]
    return Decoded(width, height, copies)
