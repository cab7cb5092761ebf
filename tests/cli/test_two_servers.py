"""Two servers on one PostgreSQL: what is done at one is seen at the other."""

import asyncio
import http.client
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import asyncpg
import pytest

from tests.cli.phones import Phone, voters
from tests.cli.place import Place
from zukunftsparlament.kernel.between_servers import CHANNEL


def text(place: Place, path: str) -> str:
    with urllib.request.urlopen(f"{place.base_url}{path}", timeout=30) as answer:
        return str(answer.read().decode())


async def hang_up(place: Place) -> None:
    """PostgreSQL ends the lines on which the servers listen to each other."""
    connection = await asyncpg.connect(place.database_url)
    ended = await connection.fetch(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND query LIKE 'LISTEN%'"
    )
    await connection.close()
    assert len(ended) == 2


async def said_during(place: Place, act: Callable[[], object]) -> list[str]:
    """What the servers say to each other meanwhile."""
    said: list[str] = []
    connection = await asyncpg.connect(place.database_url)
    await connection.add_listener(CHANNEL, lambda *told: said.append(told[-1].partition(" ")[2]))
    await asyncio.to_thread(act)
    await asyncio.sleep(0.3)
    await connection.close()
    return said


class Stream:
    """Listens to rooms at one server."""

    def __init__(self, place: Place, *rooms: str) -> None:
        self.heard: list[tuple[str, str]] = []
        self._news = threading.Condition()
        query = "&".join(f"raum={room}" for room in rooms)
        self._connection = http.client.HTTPConnection("127.0.0.1", place.port, timeout=30)
        self._connection.request("GET", f"/ereignisse?{query}")
        self._answer = self._connection.getresponse()
        threading.Thread(target=self._listen, daemon=True).start()
        self.wait_for(len(rooms))

    def _listen(self) -> None:
        room = ""
        for line in self._answer:
            word, _, rest = line.decode().strip().partition(": ")
            if word == "event":
                room = rest
            elif word == "data":
                with self._news:
                    self.heard.append((room, rest))
                    self._news.notify_all()
        self._answer.close()  # the server has ended
        self._connection.close()

    def wait_for(self, number: int) -> None:
        with self._news:
            assert self._news.wait_for(lambda: len(self.heard) >= number, timeout=30), self.heard

    def when_quiet(self) -> int:
        """How much was heard until nothing came for a while: a server that has just begun tells of turnouts."""
        with self._news:
            while self._news.wait(timeout=1.5):
                pass
            return len(self.heard)

    def rooms(self) -> list[str]:
        return [room for room, _ in self.heard]


@pytest.fixture
def both(demo: Place) -> Iterator[tuple[Place, Place]]:
    if demo.is_sqlite:
        pytest.skip("SQLite has one server")
    other = Place(demo.data, demo.database_url)
    with ExitStack() as stack:
        for place in (demo, other):
            stack.enter_context(place.serving())
        yield demo, other


def chair(place: Place) -> Phone:
    return Phone(place, next(card["link"] for card in place.demo()["cards"] if card["role"] == "chair"))


def test_what_happens_at_one_server_is_told_at_the_other_once(both: tuple[Place, Place]) -> None:
    here, there = both
    poll = here.demo()["places"]["open_secret_poll"]
    room = f"poll-{poll.rpartition('/')[2]}"
    streams = [Stream(place, "polls", room) for place in both]
    known = [stream.when_quiet() for stream in streams]
    before = text(there, "/abstimmungen")

    assert chair(here).post(f"{poll}/schluss", countdown="0") == 303
    for stream, heard in zip(streams, known, strict=True):
        stream.wait_for(heard + 2)
    after = text(there, "/abstimmungen")
    time.sleep(1)

    for stream, heard in zip(streams, known, strict=True):
        assert sorted(stream.rooms()[heard:]) == sorted(["polls", room])
        assert len(set(stream.heard)) == heard + 2  # each with a new version
    assert after != before  # what it keeps in memory is told, too


def test_a_server_that_heard_nothing_for_a_while_says_so_and_hears_again(both: tuple[Place, Place]) -> None:
    here, there = both
    poll = here.demo()["places"]["open_secret_poll"]
    stream = Stream(there, "polls")

    asyncio.run(hang_up(here))
    stream.wait_for(2)
    time.sleep(0.5)  # the other one's line is up again as well
    assert chair(here).post(f"{poll}/schluss", countdown="0") == 303
    stream.wait_for(3)

    assert stream.rooms() == ["polls"] * 3


def test_a_vote_tells_no_server_anything(both: tuple[Place, Place]) -> None:
    here, _ = both
    poll = here.demo()["places"]["open_secret_poll"]
    voter, leader = Phone(here, voters(here)[0]), chair(here)

    assert asyncio.run(said_during(here, lambda: voter.vote(poll))) == []
    assert asyncio.run(said_during(here, lambda: leader.post(f"{poll}/schluss", countdown="0"))) != []
