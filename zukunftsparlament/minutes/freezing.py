"""Minutes as bytes: the same content is the same bytes, and has the same fingerprint."""

from collections.abc import Mapping
from typing import Any

from zukunftsparlament.polls.published import canonical, sha256


def written(content: Mapping[str, Any]) -> str:
    """The bytes that are hashed, as text."""
    return canonical(content).decode()


def fingerprint(written_down: str) -> str:
    return sha256(written_down.encode())
