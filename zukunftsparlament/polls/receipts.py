"""Receipts: four picture words by which voters find their own ballot in the published list.

The server draws one when it makes the form and signs it, so that nobody can choose one ("vote with the word I gave
you") or bring it along from another poll. The signature knows the poll and neither the voter nor the time.
"""

import hmac
import secrets
from collections.abc import Sequence
from hashlib import sha256

from zukunftsparlament.kernel.picture_words import RECEIPT_WORDS

WORDS_IN_A_RECEIPT = 4  # of 256 words: 32 bits
PURPOSE = b"zukunftsparlament receipt"  # the key signs other things too: none can be taken for a receipt

# As people read them under the pictures, so that they find in the list what they have seen.
WORDS: tuple[str, ...] = tuple(picture.word.lower() for picture in RECEIPT_WORDS)


class WrongReceipt(ValueError):
    """Not drawn by this server for this poll."""


def draw(words: Sequence[str] = WORDS) -> str:
    """Such as `igel-mond-tür-apfel`. A word may come twice: all 32 bits count."""
    return "-".join(secrets.choice(words) for _ in range(WORDS_IN_A_RECEIPT))


def sign(receipt: str, poll_number: int, key: bytes) -> str:
    """For the hidden field of the form: the receipt, a dot, 64 hexadecimal characters."""
    return f"{receipt}.{_signature(receipt, poll_number, key)}"


def read(signed: str, poll_number: int, key: bytes) -> str:
    """The receipt. Raises WrongReceipt if it was not signed with this key for this poll."""
    receipt, _, signature = signed.partition(".")
    if not hmac.compare_digest(_bytes(signature), _signature(receipt, poll_number, key).encode()):
        raise WrongReceipt
    return receipt


def words(signed: str) -> str:
    """The receipt in a signed one, unchecked: to show it to whoever holds it."""
    return signed.partition(".")[0]


def _signature(receipt: str, poll_number: int, key: bytes) -> str:
    message = b"\0".join((PURPOSE, str(poll_number).encode(), _bytes(receipt)))
    return hmac.new(key, message, sha256).hexdigest()


def _bytes(text: str) -> bytes:
    """Whatever a form can hold: half a character must be a wrong receipt, not an error of ours."""
    return text.encode("utf-8", "surrogatepass")
