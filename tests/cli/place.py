"""A data folder and a store of its own for real subprocesses of the program, on the store that is being tested."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError

from tests.cli import commands

ROOT = commands.ROOT
PROGRAM = [sys.executable, "-W", "error", "-m", "zukunftsparlament.cli"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Place:
    def __init__(self, data: Path, database_url: str | None) -> None:
        self.data, self.database_url, self.port = data, database_url, free_port()
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ZP_")}
        self.environment = kept | {"ZP_DATA": str(data), "ZP_PORT": str(self.port), "PYTHONPATH": str(ROOT)}
        if database_url:
            self.environment["ZP_DATABASE_URL"] = database_url

    @property
    def is_sqlite(self) -> bool:
        return self.database_url is None

    @property
    def sqlite(self) -> Path:
        return self.data / "zukunftsparlament.sqlite"

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """One command to its end. Nothing may look like a Python traceback."""
        self.data.parent.mkdir(parents=True, exist_ok=True)
        ended = commands.run(*words, environment=self.environment | environment, folder=self.data.parent)
        assert "Traceback" not in ended.stderr, ended.stderr
        return ended

    def done(self, *words: str) -> str:
        ended = self.run(*words)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def start(self, command: str = "serve", *words: str) -> "subprocess.Popen[bytes]":
        """The server, once it says that it is there. What it says is in `said`."""
        with self.said.open("wb") as out:
            process = subprocess.Popen([*PROGRAM, command, *words], cwd=ROOT, env=self.environment, stdout=out)
        while not self.said.read_bytes().endswith(b"\n"):
            assert process.poll() is None
            time.sleep(0.01)
        return process

    @property
    def said(self) -> Path:
        self.data.parent.mkdir(parents=True, exist_ok=True)
        return self.data.parent / f"said-{self.port}"

    @contextmanager
    def serving(self, command: str = "serve") -> Iterator["subprocess.Popen[bytes]"]:
        process = self.start(command)
        try:
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(10)

    def health(self) -> dict[str, Any] | None:
        try:
            with urllib.request.urlopen(f"{self.base_url}/healthz", timeout=30) as answer:
                return dict(json.load(answer))
        except (URLError, OSError):
            return None

    def demo(self) -> dict[str, Any]:
        return dict(json.loads((self.data / "demo.json").read_text(encoding="utf-8")))

    def get(self, path: str) -> int:
        try:
            with urllib.request.urlopen(f"{self.base_url}{path}", timeout=30) as answer:
                return int(answer.status)
        except HTTPError as error:
            return error.code
