"""The hash chain of the journal: pure, so that `verify` and anybody else can work it out again."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

START = "0" * 64


@dataclass(frozen=True)
class Entry:
    number: int
    at: datetime
    actor: str
    verb: str
    subject_kind: str
    subject_number: int | None
    details: str


def hash_of(entry: Entry, previous: str | None) -> str:
    """SHA-256 (hex) of the previous hash and this entry as canonical JSON; the first one follows 64 zeros."""
    content = {
        "number": entry.number,
        "at": entry.at.astimezone(UTC).isoformat(),
        "actor": entry.actor,
        "verb": entry.verb,
        "subject_kind": entry.subject_kind,
        "subject_number": entry.subject_number,
        "details": entry.details,
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{previous or START}\n{text}".encode()).hexdigest()
