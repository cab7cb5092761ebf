"""Reads what the demo says: the files in `content/`."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent / "content"
ACTOR = "office:Jugendbüro 1"


@cache
def content(name: str) -> dict[str, Any]:
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


@dataclass
class World:
    """What has been made so far: row ids, numbers and cards by the keys of the content files."""

    schools: dict[str, int] = field(default_factory=dict)
    people: dict[str, Any] = field(default_factory=dict)  # key → demo.people.Person
    proposals: dict[str, int] = field(default_factory=dict)  # public numbers
    tokens: dict[str, str] = field(default_factory=dict)  # of drafts and held proposals
    comments: dict[str, int] = field(default_factory=dict)  # public numbers
    polls: dict[str, int] = field(default_factory=dict)
    handovers: dict[str, int] = field(default_factory=dict)
