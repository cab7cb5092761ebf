"""Keys lie in a folder beside the store, never in it and never in a backup of it."""

import hashlib
import os
import secrets
from functools import cache
from pathlib import Path

from zukunftsparlament.kernel.settings import settings


def keys_folder() -> Path:
    folder = settings().keys
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


def write_secret(path: Path, secret: bytes) -> None:
    """Durably, readable for nobody else, and never half: a crash leaves the old state or the new."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(f".{secrets.token_hex(4)}.draft")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secret)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@cache
def server_key() -> bytes:
    """32 random bytes; made at the first start, and then only read."""
    path = keys_folder() / "server.key"
    if not path.exists():
        write_secret(path, secrets.token_bytes(32))
    return path.read_bytes()


def key_for(purpose: str) -> bytes:
    """A key of 32 bytes for one purpose, so that none of them says anything about another."""
    return hashlib.blake2b(purpose.encode(), key=server_key(), digest_size=32).digest()


def destroy(path: Path) -> None:
    """Overwrite, then remove. On flash storage the old bytes may live on until the drive reuses them."""
    if path.exists():
        with path.open("r+b") as file:
            file.write(secrets.token_bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
