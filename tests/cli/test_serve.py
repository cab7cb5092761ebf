import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path

import pytest

from tests.cli.phones import Phone, voters
from tests.cli.place import PROGRAM, ROOT, Place
from tests.cli.tampering import value
from zukunftsparlament import __version__


def test_it_serves_and_says_where(demo: Place) -> None:
    process = demo.start()

    assert demo.health() == {
        "status": "ok",
        "store": "sqlite" if demo.is_sqlite else "postgresql",
        "version": __version__,
    }
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 0


def test_it_ends_although_event_streams_are_open(demo: Place) -> None:
    process = demo.start()
    streams = [socket.create_connection(("127.0.0.1", demo.port)) for _ in range(20)]
    for stream in streams:
        stream.sendall(b"GET /ereignisse?raum=polls HTTP/1.1\r\nHost: x\r\n\r\n")
        assert stream.recv(1000).startswith(b"HTTP/1.1 200")

    process.send_signal(signal.SIGTERM)

    assert process.wait(10) == 0
    for stream in streams:
        stream.close()


def test_killed_it_starts_again_by_itself(demo: Place) -> None:
    for _ in range(3):
        process = demo.start()
        process.kill()
        process.wait()

    assert "alles stimmt" in demo.done("verify")


def test_no_acknowledged_vote_is_lost_when_it_is_killed(demo: Place) -> None:
    poll = demo.demo()["places"]["open_secret_poll"]
    process = demo.start()
    phones = [Phone(demo, link) for link in voters(demo)]
    acknowledged: list[int] = []

    def vote(phone: Phone) -> None:
        with suppress(OSError, HTTPException):
            acknowledged.append(phone.vote(poll))

    voting = [threading.Thread(target=vote, args=(phone,)) for phone in phones]
    for one in voting:
        one.start()
    while len(acknowledged) < 3:
        time.sleep(0.001)
    process.kill()
    process.wait()
    for one in voting:
        one.join()

    assert set(acknowledged) <= {200, 303}
    assert value(demo, "SELECT count(*) FROM turnout") >= len(acknowledged)
    with demo.serving():
        assert all(phone.vote(poll) in (200, 303) for phone in phones)
    assert value(demo, "SELECT count(*) FROM turnout") == len(phones)
    assert "alles stimmt" in demo.done("verify")


def test_a_port_that_is_taken_is_told(demo: Place) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", demo.port))
        other.listen()
        ended = demo.run("serve")

    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert str(demo.port) in ended.stderr


def test_two_servers_on_one_sqlite_store_are_refused(demo: Place) -> None:
    if not demo.is_sqlite:
        pytest.skip("PostgreSQL takes several")
    with demo.serving():
        ended = demo.run("serve", "--port", str(demo.port + 1))

    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "läuft schon ein Server" in ended.stderr


def test_two_servers_share_postgresql(copies: object, demo: Place) -> None:
    if demo.is_sqlite:
        pytest.skip("SQLite has one writer")
    with demo.serving():
        second = Place(demo.data, demo.database_url)
        with second.serving():
            assert second.health() is not None


def test_tls_speaks_http_2(demo: Place, tmp_path: Path) -> None:
    cert, key = tmp_path / "haus.crt", tmp_path / "haus.key"
    made = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=haus"
    made = f"{made} -addext subjectAltName=IP:127.0.0.1 -keyout {key} -out {cert}"
    subprocess.run(made.split(), check=True, capture_output=True)
    command = [*PROGRAM, "serve", "--cert", str(cert), "--key", str(key)]
    process = subprocess.Popen(command, cwd=ROOT, env=demo.environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert "https://127.0.0.1" in process.stdout.readline()

    code = (
        "import httpx, sys; a = httpx.Client(http2=True, verify=sys.argv[2]).get(sys.argv[1]);"
        "print(a.http_version, a.status_code, a.headers['strict-transport-security'][:8])"
    )
    address = f"https://127.0.0.1:{demo.port}/healthz"
    answer = subprocess.run(
        [sys.executable, "-c", code, address, str(cert)], capture_output=True, text=True, check=False
    )
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=10)

    assert answer.stdout == "HTTP/2 200 max-age=\n", answer.stderr


def test_no_request_leaves_a_line(demo: Place) -> None:
    with demo.serving():
        for path in ("/", "/abstimmungen/1", "/gibt-es-nicht"):
            demo.get(path)

    assert demo.said.read_text() == f"Das Zukunftsparlament ist da: {demo.base_url}\n"


def test_wrong_keys_are_told(demo: Place, tmp_path: Path) -> None:
    assert demo.run("serve", "--cert", "x.crt").returncode == 2
    ended = demo.run("serve", "--cert", str(tmp_path / "x.crt"), "--key", str(tmp_path / "x.key"))
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)


def test_a_full_disk_is_told_and_nothing_is_lost(demo: Place) -> None:
    """`ulimit -f` stands for the full disk: whatever wants to grow a file gets an error."""
    words = [sys.executable, "-m", "zukunftsparlament.cli", "backup"]
    limited = ["sh", "-c", 'ulimit -f 8; exec "$@"', "sh", *words]
    ended = subprocess.run(limited, cwd=ROOT, env=demo.environment, capture_output=True, text=True, check=False)

    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1, ended.stderr
    assert not list((demo.data / "backups").glob("zukunftsparlament*"))
    assert "alles stimmt" in demo.done("verify")
