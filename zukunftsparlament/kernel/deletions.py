"""`deletions.jsonl`: what an older backup does not know, one JSON object a line, outside the store.

{"kind": "member", "id": 7} · {"kind": "card", "hash": "…"} · {"kind": "number", "of": "poll", "highest": 12}
`restore` replays it, so that nobody who was deleted comes back, no dead card opens, no number is given twice.
"""

import json
import os
from collections.abc import Iterable, Iterator
from typing import Any

from zukunftsparlament.kernel.settings import settings


def _append(entry: dict[str, Any], *, durable: bool) -> None:
    path = settings().deletions
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(entry, sort_keys=True) + "\n")
        file.flush()
        if durable:
            os.fsync(file.fileno())


def member_deleted(member: int) -> None:
    _append({"kind": "member", "id": member}, durable=True)


def card_died(code_hash: str) -> None:
    _append({"kind": "card", "hash": code_hash}, durable=True)


def number_given(kind: str, highest: int) -> None:
    # Not synced each time: at a start the store's own numbers are written down again.
    if kind != "journal":
        _append({"kind": "number", "of": kind, "highest": highest}, durable=False)


def add_lines(lines: Iterable[str]) -> None:
    """What a backup knew and this machine does not. Lines that are here already are passed over."""
    path = settings().deletions
    known = set(path.read_text(encoding="utf-8").splitlines()) if path.exists() else set()
    with path.open("a", encoding="utf-8") as file:
        file.write("".join(f"\n{line}" for line in dict.fromkeys(lines) if line.strip() and line not in known) + "\n")
        file.flush()
        os.fsync(file.fileno())


def entries() -> Iterator[dict[str, Any]]:
    """All entries; a last line that a crash cut short is passed over."""
    path = settings().deletions
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            yield json.loads(line)
        except json.JSONDecodeError:
            continue
