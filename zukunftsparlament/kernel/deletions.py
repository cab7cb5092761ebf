"""`deletions.jsonl`: what an older backup does not know, one JSON object a line, outside the store.

{"kind": "member", "id": 7, "texts": true} · {"kind": "card", "hash": "…", "by": "…"}
{"kind": "number", "of": "poll", "highest": 12}
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
    with path.open("a+b") as file:
        half = file.tell() > 0 and (file.seek(-1, os.SEEK_END), file.read(1))[1] != b"\n"  # a full disk, say
        file.write(b"\n" * half + json.dumps(entry, sort_keys=True).encode() + b"\n")
        file.flush()
        if durable:
            os.fsync(file.fileno())


def member_deleted(member: int, *, with_texts: bool = False) -> None:
    """`with_texts`: what they had written went too. Known already: nothing is added."""
    entry = {"kind": "member", "id": member} | ({"texts": True} if with_texts else {})
    if entry not in entries():
        _append(entry, durable=True)


def deleted_members() -> dict[int, bool]:
    """Row ids, and whether their texts went with them."""
    found: dict[int, bool] = {}
    for entry in entries():
        if entry["kind"] == "member":
            found[entry["id"]] = found.get(entry["id"], False) or bool(entry.get("texts"))
    return found


def card_died(code_hash: str, *, by: str) -> None:
    """Written as the last thing before the commit: a card must never be dead in the store and alive in a backup.

    `by` is the hash of the card that takes its place. If that commit fails, `card_lives` takes back this one line; if
    even that cannot be written, the card opens nothing after a restore, and the office makes its owner a new one.
    """
    _append({"kind": "card", "hash": code_hash, "by": by}, durable=True)


def card_lives(code_hash: str, *, by: str) -> None:
    """It was not replaced by `by` after all. A later line with another `by` still counts, in whatever order."""
    _append({"kind": "card_lives", "hash": code_hash, "by": by}, durable=True)


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
    """All that still count; a line that a crash cut short is passed over."""
    found = list(_lines())
    alive = {(entry["hash"], entry["by"]) for entry in found if entry["kind"] == "card_lives"}
    for entry in found:
        if entry["kind"] != "card_lives" and (entry.get("hash"), entry.get("by")) not in alive:
            yield entry


def _lines() -> Iterator[dict[str, Any]]:
    path = settings().deletions
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            yield json.loads(line)
        except json.JSONDecodeError:
            continue
