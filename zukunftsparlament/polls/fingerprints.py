"""The fingerprint of a list as eight pictures: a class compares them at a glance, where nobody compares 64 signs.

Eight of 256 are 64 bits: one machine would try for decades to find another list with the same pictures, and such a list
would still have to be one that counts.
"""

import hashlib

from zukunftsparlament.kernel.picture_words import RECEIPT_WORDS, PictureWord

PICTURES = 8


def fingerprint(listed: bytes) -> list[PictureWord]:
    """`listed`: the published list, canonical JSON. The first bytes of its SHA-256, each the place of a word."""
    return [RECEIPT_WORDS[byte] for byte in hashlib.sha256(listed).digest()[:PICTURES]]
