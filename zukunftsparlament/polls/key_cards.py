"""What stands on a key card of a two-key ballot box, and how it locks and opens a share of the box's key.

A card is 80 random bits. Ten more are a checksum over them, so that a slip while typing is noticed at once: together
ten words of 512, or 18 characters in a QR code. Out of the card and the number of its poll comes a key pair
(argon2id, X25519): the server keeps the public half, so that it can seal a share for a card that it does not know.
"""

import hashlib
import secrets
from collections.abc import Iterator

from nacl import pwhash
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from zukunftsparlament.kernel.picture_words import CARD_WORDS, PictureWord, fold
from zukunftsparlament.people.rules import CROCKFORD

WORDS = CARD_WORDS[:512]
WORDS_ON_IT = 10
SECRET_BYTES, CHECK_BITS = 10, 10
CODE_LENGTH = 18
MEMORY_BYTES, ROUNDS = 19 * 1024 * 1024, 2  # argon2id, 22 ms: on top of 80 bits
LONGEST_TYPED = 600  # characters
_PLACE_OF = {word.slug: place for place, word in enumerate(WORDS)}
_LENGTHS = range(min(map(len, _PLACE_OF)), max(map(len, _PLACE_OF)) + 1)


class Unreadable(ValueError):
    """No card says this. `word`: the first word that stands on none, if there is one."""

    def __init__(self, word: str = "") -> None:
        super().__init__(word)
        self.word = word


class BrokenShare(ValueError):
    """Not sealed for this card, this poll and this place."""


def new_card() -> bytes:
    return secrets.token_bytes(SECRET_BYTES)


def words_of(card: bytes) -> list[PictureWord]:
    return [WORDS[digit] for digit in _digits(_number(card), base=len(WORDS), places=WORDS_ON_IT)]


def code_of(card: bytes) -> str:
    """For the link behind the QR code."""
    return "".join(CROCKFORD[digit] for digit in _digits(_number(card), base=len(CROCKFORD), places=CODE_LENGTH))


def asked_place(card: bytes) -> int:
    """Which word, from 1, its keeper types to show that they hold the card: another one for every card."""
    return 1 + card[0] % WORDS_ON_IT


def read_code(typed: str) -> bytes:
    """Raises Unreadable."""
    code = typed.strip().upper()
    if len(code) != CODE_LENGTH or not set(code) <= set(CROCKFORD):
        raise Unreadable
    card = _card_in([CROCKFORD.index(letter) for letter in code], base=len(CROCKFORD))
    if card is None:
        raise Unreadable
    return card


def read_words(typed: str) -> bytes:
    """However they are written: in capitals or not, with commas, hyphens, numbers or nothing between them, ä as ae.

    Raises Unreadable. Where letters without spaces can be read as words in two ways, the checksum decides.
    """
    plain = "".join(letter if letter.isalpha() or letter in "\u0308" else " " for letter in typed[:LONGEST_TYPED])
    for digits in _readings("".join(fold(word) for word in plain.split())):
        if (card := _card_in(digits, base=len(WORDS))) is not None:
            return card
    raise Unreadable(next((word for word in plain.split() if fold(word) not in _PLACE_OF), ""))


def _readings(letters: str, words: int = WORDS_ON_IT) -> Iterator[list[int]]:
    """All ways to read the letters as so many words, as their places on the list."""
    if not words:
        yield from [] if letters else [[]]
        return
    for end in _LENGTHS:
        if end <= len(letters) and (place := _PLACE_OF.get(letters[:end])) is not None:
            yield from ([place, *rest] for rest in _readings(letters[end:], words - 1))


def _number(card: bytes) -> int:
    return int.from_bytes(card, "big") << CHECK_BITS | _check(card)


def _check(card: bytes) -> int:
    digest = hashlib.blake2b(card, digest_size=2, person=b"zp key card").digest()
    return int.from_bytes(digest, "big") >> 16 - CHECK_BITS


def _digits(number: int, *, base: int, places: int) -> list[int]:
    return [number // base**place % base for place in reversed(range(places))]


def _card_in(digits: list[int], *, base: int) -> bytes | None:
    number = 0
    for digit in digits:
        number = number * base + digit
    card = (number >> CHECK_BITS).to_bytes(SECRET_BYTES, "big")
    return card if _number(card) == number else None


def private_key(card: bytes, *, poll: int) -> bytes:
    """Slow: never on the event loop. Of another poll it is another key: a card of last year opens nothing."""
    salt = hashlib.blake2b(f"zukunftsparlament key card {poll}".encode(), digest_size=pwhash.argon2id.SALTBYTES)
    return pwhash.argon2id.kdf(PrivateKey.SIZE, card, salt.digest(), opslimit=ROUNDS, memlimit=MEMORY_BYTES)


def seal_share(share: bytes, *, poll: int, place: int, public: bytes) -> bytes:
    """`place`: of the share; it is sealed in with it, as is the number of the poll."""
    return SealedBox(PublicKey(public)).encrypt(_label(poll, place) + share)


def open_share(sealed: bytes, *, poll: int, place: int, private: bytes) -> bytes:
    """Raises BrokenShare."""
    try:
        opened = SealedBox(PrivateKey(private)).decrypt(sealed)
    except (CryptoError, ValueError) as reason:
        raise BrokenShare from reason
    label = _label(poll, place)
    if not opened.startswith(label):
        raise BrokenShare
    return opened.removeprefix(label)


def _label(poll: int, place: int) -> bytes:
    return f"share {place} of poll {poll}:".encode()
