"""A bar on a terminal for work that takes longer than two seconds; silence everywhere else."""

import sys
import time

QUIET_SECONDS = 2.0
WIDTH = 30


class Progress:
    """`with Progress(total) as done: done(1)`. `total` may be 0: then nothing is shown."""

    def __init__(self, total: int) -> None:
        self.total, self.reached, self.shown = total, 0, -1
        self.begin = time.monotonic()

    def __enter__(self) -> "Progress":
        return self

    def __call__(self, more: int = 1) -> None:
        self.reached += more
        percent = min(100, 100 * self.reached // self.total) if self.total else 0
        late = time.monotonic() - self.begin > QUIET_SECONDS
        if percent != self.shown and late and sys.stderr.isatty():
            self.shown = percent
            bar = "█" * (percent * WIDTH // 100)
            print(f"\r{bar:░<{WIDTH}} {percent:3} %", end="", file=sys.stderr, flush=True)  # noqa: T201

    def __exit__(self, *_: object) -> None:
        if self.shown >= 0:
            print(file=sys.stderr)  # noqa: T201
