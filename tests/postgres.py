"""A PostgreSQL of our own for one command: `python -m tests.postgres pytest -q`.

It lives in a folder that is gone afterwards, on a free port, and belongs to the system user `postgres`: PostgreSQL
refuses to run as root. The command finds it in ZP_TEST_DATABASE_URL.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = Path("/usr/lib/postgresql")
# Tests ask for durability in their own way (kill -9 of the server, not of PostgreSQL): no waiting for the disk.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"


def program(name: str) -> str:
    newest = max(PROGRAMS.glob(f"*/bin/{name}"), key=lambda path: float(path.parts[-3]))
    return str(newest)


def as_owner() -> dict[str, object]:
    """Who runs it: `postgres` when we are root, ourselves otherwise."""
    if os.getuid() != 0:
        return {}
    owner = pwd.getpwnam("postgres")
    return {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def cluster() -> Iterator[str]:
    """The address of an empty database."""
    folder = Path(tempfile.mkdtemp(prefix="zp-postgres-"))
    folder.chmod(0o755)
    data, port = folder / "data", free_port()
    data.mkdir()
    if os.getuid() == 0:
        shutil.chown(data, "postgres")

    def run(*command: str) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", **as_owner())  # type: ignore[call-overload]

    try:
        run(program("initdb"), "-D", str(data), "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={data} {FAST}"
        run(program("pg_ctl"), "-D", str(data), "-w", "-s", "-l", str(data / "log"), "-o", options, "start")
        yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run(
            [program("pg_ctl"), "-D", str(data), "-m", "immediate", "-s", "stop"], cwd="/", check=False, **as_owner()
        )  # type: ignore[call-overload]
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    with cluster() as address:
        ended = subprocess.run(sys.argv[1:], env={**os.environ, "ZP_TEST_DATABASE_URL": address}, check=False)
    sys.exit(ended.returncode)
