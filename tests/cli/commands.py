"""Commands of the program, each in a process of its own that is a copy of one which has loaded everything already.

A start takes 0.1 seconds then and not 0.7, and there are some hundred of them. What is copied has read no setting,
opened no store and started no thread. How a server starts from nothing, the tests of `serve` say.
"""

import gc
import json
import os
import runpy
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from threading import Lock

from zukunftsparlament.cli import COMMANDS

ROOT = Path(__file__).parents[2]
SECONDS_FOR_A_COMMAND = 120

_lock = Lock()
_mother: list["subprocess.Popen[str]"] = []


def run(*words: str, environment: dict[str, str], folder: Path) -> "subprocess.CompletedProcess[str]":
    """One command to its end, with nothing to read. What it says goes through files in `folder`."""
    out, err = folder / "out.txt", folder / "err.txt"
    asked = {"words": words, "environment": environment, "out": str(out), "err": str(err)}
    with _lock:
        if not _mother:
            command = [sys.executable, "-W", "error", "-m", "tests.cli.commands"]
            _mother.append(
                subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
        tell, hear = _mother[0].stdin, _mother[0].stdout
        assert tell and hear
        print(json.dumps(asked), file=tell, flush=True)
        code = int(hear.readline())
        return subprocess.CompletedProcess(words, code, out.read_text(), err.read_text())


def _serve() -> None:
    for name in COMMANDS:
        import_module(f"zukunftsparlament.cli.{name}")
    for room in (ROOT / "zukunftsparlament").glob("*/piccolo_app.py"):
        import_module(f"zukunftsparlament.{room.parent.name}.piccolo_app")
    gc.freeze()  # or every copy would take 0.1 seconds to tidy up what is not its own
    while line := sys.stdin.readline():
        child = os.fork()
        if child == 0:
            _become(**json.loads(line))
            return
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _become(*, words: list[str], environment: dict[str, str], out: str, err: str) -> None:
    """From here on this is the command, and ends as it does."""
    for opened, flags, number in ((os.devnull, os.O_RDONLY, 0), (out, os.O_WRONLY, 1), (err, os.O_WRONLY, 2)):
        os.dup2(os.open(opened, flags | os.O_CREAT | os.O_TRUNC, 0o600), number)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    signal.alarm(SECONDS_FOR_A_COMMAND)
    sys.argv = ["zukunftsparlament", *words]
    runpy.run_module("zukunftsparlament.cli", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    _serve()
