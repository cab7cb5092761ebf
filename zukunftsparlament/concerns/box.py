"""How a concern is sealed: two locks, and neither opens without the other.

Its words are locked with a key of its own, which lies in `keys/concerns` until it is handed on and then is destroyed:
so a backup of the store opens for nobody. The locked words are sealed for each of the two keepers; their private keys
open only with their own passphrase, which nobody stores: so the server's keys and all others' passphrases are no use.
"""

import hashlib
import json
from dataclasses import asdict, dataclass

from nacl import pwhash
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox
from nacl.utils import random

from zukunftsparlament.kernel.keys import key_for

PADDED = 13_312  # bytes: 2,000 characters of the longest kind fit, and a long concern looks like a short one
MEMORY_BYTES, ROUNDS = 64 * 1024 * 1024, 3  # argon2id; 150 ms here, and only when somebody opens or becomes a keeper


class BrokenBox(ValueError):
    """This box was not sealed for this keeper, or with another key."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What somebody wrote. `name`: the pseudonym of whoever may be asked, else empty."""

    words: str
    where: str
    name: str


@dataclass(frozen=True, slots=True)
class Pair:
    """`sealed_private` opens with the passphrase it was made with."""

    public: bytes
    sealed_private: bytes
    salt: bytes


def new_key() -> bytes:
    return random(SecretBox.KEY_SIZE)


def new_pair(passphrase: str) -> Pair:
    """Slow: never on the event loop."""
    private, salt = PrivateKey.generate(), random(pwhash.argon2id.SALTBYTES)
    sealed = SecretBox(_key_of(passphrase, salt)).encrypt(bytes(private))
    return Pair(bytes(private.public_key), bytes(sealed), salt)


def open_private(pair: Pair, passphrase: str) -> bytes | None:
    """None when it is another passphrase, or another server's key. Slow: never on the event loop."""
    try:
        return SecretBox(_key_of(passphrase, pair.salt)).decrypt(pair.sealed_private)
    except CryptoError:
        return None


def seal(paper: Paper, key: bytes, public: bytes) -> bytes:
    """Always the same length. Raises ValueError for more than fits."""
    text = json.dumps(asdict(paper), ensure_ascii=False).encode()
    if len(text) > PADDED:
        raise ValueError(f"a concern of {len(text)} bytes does not fit into {PADDED}")
    return SealedBox(PublicKey(public)).encrypt(SecretBox(key).encrypt(text.ljust(PADDED)))


def unseal(box: bytes, key: bytes, private: bytes) -> Paper:
    """Raises BrokenBox."""
    try:
        return Paper(**json.loads(SecretBox(key).decrypt(SealedBox(PrivateKey(private)).decrypt(box))))
    except (CryptoError, ValueError, TypeError) as reason:
        raise BrokenBox from reason


def _key_of(passphrase: str, salt: bytes) -> bytes:
    """Out of the passphrase, and of `server.key`: the store alone is nothing to guess passphrases at."""
    stretched = pwhash.argon2id.kdf(
        SecretBox.KEY_SIZE, passphrase.encode(), salt, opslimit=ROUNDS, memlimit=MEMORY_BYTES
    )
    return hashlib.blake2b(stretched, key=key_for("concerns"), digest_size=SecretBox.KEY_SIZE).digest()
