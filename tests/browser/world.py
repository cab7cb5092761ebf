"""The demo, served: its cards, its places, and copies of it for tests that change a lot."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from tests.browser.server import Server

FEW = ("chair", "moderator")


class World:
    """A served demo. `cards` and `places` are those of demo.json (INTERFACE.md)."""

    def __init__(self, server: Server) -> None:
        self.server = server
        told: dict[str, Any] = json.loads((server.data / "demo.json").read_text(encoding="utf-8"))
        self.cards: list[dict[str, Any]] = told["cards"]
        self.staff: dict[str, Any] = told["staff"][0]
        self.places: dict[str, str] = told["places"]
        self.office_sessions: list[Any] = []
        self._given = self._authors()

    def address(self, path: str) -> str:
        return self.server.base_url + path

    def link(self, card: dict[str, Any]) -> str:
        """The link that is printed on the card as a QR code, on this world's own port."""
        return self.address("/karte#" + card["link"].partition("#")[2])

    def card(self, role: str, *, under_14: bool | None = None) -> dict[str, Any]:
        """A card that no other test has had, of somebody without a proposal. Those of FEW are shared."""
        fitting = [
            card
            for card in self.cards
            if card["role"] == role
            and under_14 in (None, card["premoderated"])
            and (card["name"] not in self._given or role in FEW)
        ]
        if role not in FEW:
            self._given.add(fitting[0]["name"])
        return fitting[0]

    def _authors(self) -> set[str]:
        """Authors cannot back what is theirs. Of a store that is no file only the one in demo.json is known."""
        if not self._file.exists():
            return {self.places["held_proposal_author"]}
        with closing(sqlite3.connect(self._file)) as store:
            found = store.execute(
                "SELECT card_name FROM member "
                "WHERE id IN (SELECT author FROM proposal UNION SELECT member FROM co_author)"
            )
            return {name for (name,) in found}

    @property
    def _file(self) -> Path:
        return self.server.data / "zukunftsparlament.sqlite"

    def card_named(self, name: str) -> dict[str, Any]:
        return next(card for card in self.cards if card["name"] == name)

    def author_of(self, proposal: int) -> dict[str, Any]:
        """The card behind a proposal. No page tells; SQLite only."""
        with closing(sqlite3.connect(self._file)) as store:
            (name,) = store.execute(
                "SELECT member.card_name FROM member JOIN proposal ON proposal.author = member.id"
                " WHERE proposal.number = ?",
                [proposal],
            ).fetchone()
        return self.card_named(name)


def seeded(data: Path, *, database_url: str = "") -> Server:
    """A folder with the demo in it. What is left of an earlier demo in a PostgreSQL database is thrown away."""
    server = Server(data, database_url=database_url)
    data.mkdir()
    server.command("migrate")
    (data / "demo.unfinished").touch()  # `seed` empties what such a mark stands beside
    server.command("seed")
    return server


@contextmanager
def served(server: Server) -> Iterator[World]:
    server.start()
    try:
        yield World(server)
    finally:
        server.stop()


def copied(pristine: Path, data: Path) -> Server:
    """The same demo once more (SQLite only: there the folder is the whole world)."""
    shutil.copytree(pristine, data)
    return Server(data)
