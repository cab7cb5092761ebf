"""Making and checking the secrets that people sign in with."""

import asyncio
import hashlib
import os
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from zukunftsparlament.kernel.keys import key_for
from zukunftsparlament.kernel.picture_words import CARD_WORDS, PictureWord, fold
from zukunftsparlament.people.rules import CODE_LENGTH, CROCKFORD, WORDS_ON_A_CARD

P = ParamSpec("P")
T = TypeVar("T")

# OWASP's smallest for argon2id: 22 ms here. The library's default takes 120 ms: a class of 30 would wait.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Never more at once than cores, and never on the loop. A pool, not a semaphore: that would belong to one loop only.
_pool = ThreadPoolExecutor(max_workers=os.cpu_count() or 1, thread_name_prefix="argon2")
NOBODY = _hasher.hash("nobody has these words")  # checked for unknown names, so that both take the same time


def new_code() -> str:
    """26 characters of the Crockford alphabet, 130 random bits."""
    return "".join(secrets.choice(CROCKFORD) for _ in range(CODE_LENGTH))


def new_words() -> list[PictureWord]:
    """Five picture words (45 bits)."""
    return [secrets.choice(CARD_WORDS) for _ in range(WORDS_ON_A_CARD)]


def new_token() -> str:
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """SHA-256 (hex). Enough for 130 and 256 random bits; never for words."""
    return hashlib.sha256(secret.encode()).hexdigest()


async def slowly(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """`work` off the loop, never more at once than cores."""
    return await asyncio.get_running_loop().run_in_executor(_pool, lambda: work(*args, **kwargs))


async def slow_hash(secret: str) -> str:
    return await asyncio.get_running_loop().run_in_executor(_pool, _hasher.hash, secret)


async def matches(secret: str, hashed: str) -> bool:
    return await asyncio.get_running_loop().run_in_executor(_pool, _matches, secret, hashed)


def _matches(secret: str, hashed: str) -> bool:
    try:
        return _hasher.verify(hashed, secret)
    except (VerifyMismatchError, VerificationError, InvalidHashError):
        return False


async def words_hash(words: list[str]) -> str:
    return await slow_hash(fold("".join(words)))


def seal_totp(secret: str) -> str:
    return SecretBox(key_for("totp")).encrypt(secret.encode()).hex()


def open_totp(sealed: str) -> str | None:
    """None when it was sealed with another server's key, as after a move that left `server.key` behind."""
    try:
        return SecretBox(key_for("totp")).decrypt(bytes.fromhex(sealed)).decode()
    except CryptoError:
        return None
