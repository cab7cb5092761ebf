"""Where the journal ends, written down beside the store: whoever changes only the store cannot cut or rewrite it.

`keys/journal.head`, one JSON object a line, each with a keyed fingerprint (a key out of `server.key`). Before an act is
committed, a line says that its entry is *coming*, afterwards another that it is *done*. Killed in between, both ends
are right. Lines are only added.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from zukunftsparlament.kernel.keys import key_for
from zukunftsparlament.kernel.settings import settings

FIRST, COMING, DONE, ANEW = "first", "coming", "done", "anew"
_held_back = False


@dataclass(frozen=True)
class Head:
    """The entry that the journal ends with."""

    number: int
    hash: str


@dataclass
class Ends:
    """Where the journal may end: with what is done, or with one that is coming. `known`: all since it began."""

    done: Head | None = None
    coming: list[Head] = field(default_factory=list)
    known: set[Head] = field(default_factory=set)
    broken_line: int | None = None

    @property
    def possible(self) -> list[Head]:
        return [*([self.done] if self.done else []), *self.coming]

    def take(self, kind: str, head: Head) -> None:
        if kind == FIRST:
            self.done, self.coming, self.known = None, [], set()
        self.known.add(head)
        if kind in (FIRST, COMING):
            self.coming.append(head)
        elif kind == ANEW or self.done is None or head.number > self.done.number:
            self.done = head
            self.coming = [] if kind == ANEW else [other for other in self.coming if other.number > head.number]


def coming(head: Head) -> None:
    """Durable before the entry is: an act whose end cannot be written down does not happen."""
    _append(FIRST if head.number == 1 else COMING, head, durable=True)


def done(head: Head) -> None:
    if not _held_back:
        _append(DONE, head, durable=False)


def begin_anew(head: Head) -> None:
    """The journal is another one from now on: a backup has come back."""
    _append(ANEW, head, durable=True)


@contextmanager
def held_back() -> Iterator[None]:
    """A restore builds its store beside the old one: both ends are right until it is in place."""
    global _held_back
    _held_back = True
    try:
        yield
    finally:
        _held_back = False


def written_down() -> Ends:
    """What the lines say. A last line that a crash cut short is passed over."""
    found = Ends()
    path = _path()
    lines = path.read_text(encoding="utf-8").split("\n")[:-1] if path.exists() else []
    for place, line in enumerate(lines, start=1):
        try:
            told = json.loads(line)
            kind, head, mac = told["kind"], Head(told["number"], told["hash"]), told["mac"]
        except (ValueError, LookupError, TypeError):
            continue
        if hmac.compare_digest(_mac(kind, head), mac):
            found.take(kind, head)
        else:
            found.broken_line = found.broken_line or place
    return found


def _append(kind: str, head: Head, *, durable: bool) -> None:
    if not (settings().keys / "server.key").exists():
        return  # a backup on a machine that has not got its key yet: a line under another key would only confuse
    line = json.dumps({"kind": kind, "number": head.number, "hash": head.hash, "mac": _mac(kind, head)})
    file = os.open(_path(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        # One write, as other servers add lines too; and first the end of a line that a crash cut short.
        os.write(file, f"\n{line}\n".encode())
        if durable:
            os.fsync(file)
    finally:
        os.close(file)


def _path() -> Path:
    return settings().keys / "journal.head"


def _mac(kind: str, head: Head) -> str:
    text = f"{kind} {head.number} {head.hash}".encode()
    return hashlib.blake2b(text, key=key_for("journal head"), digest_size=32).hexdigest()
