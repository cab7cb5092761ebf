"""The real server, as its own process with a data folder of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

PROGRAM = [sys.executable, "-m", "zukunftsparlament.cli"]
ROOT = Path(__file__).parents[2]
SECONDS_TO_START = 20


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """`data` is its folder; `database_url` only for PostgreSQL. Nothing of the tests' own settings reaches it."""

    def __init__(self, data: Path, *, database_url: str = "") -> None:
        self.data, self.port = data, free_port()
        self.base_url = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("ZP_")},
            "ZP_DATA": str(data),
            "ZP_PORT": str(self.port),
            "ZP_BASE_URL": self.base_url,
        }
        if database_url:
            self.environment["ZP_DATABASE_URL"] = database_url
        self.process: subprocess.Popen[bytes] | None = None

    def command(self, *words: str) -> None:
        """Run a command of the program in this folder, to its end."""
        subprocess.run([*PROGRAM, *words], cwd=ROOT, env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def start(self) -> None:
        with (self.data / "server.log").open("ab") as log:
            self.process = subprocess.Popen([*PROGRAM, "serve"], cwd=ROOT, env=self.environment, stdout=log, stderr=log)
        until = time.monotonic() + SECONDS_TO_START
        while not self.is_up():
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"The server did not start:\n{self.log()}")
            time.sleep(0.05)

    def is_up(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.base_url}/healthz", timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def log(self) -> str:
        return (self.data / "server.log").read_text(encoding="utf-8", errors="replace")
