"""Two of three: a secret cut into three shares (Shamir), any two of which give it back and one of which says nothing.

Every byte s becomes a straight line s + a·x over GF(256) with a random slope a; share x is the point at x, the secret
the point at 0. Through two points goes one line; through one go 256, one for each value of s.

Own, because of what there is only PyCryptodome is well kept, a second library of cryptography for these few lines
(docs/decisions/voting-two-keys.md). Nothing here is secret from the machine it runs on: time and memory may tell.
"""

import secrets
from collections.abc import Mapping

PLACES = (1, 2, 3)  # where on the line the three shares lie
NEEDED = 2
POLYNOMIAL = 0x11B  # that of AES: any irreducible one of degree 8 would do


class NotTwoShares(ValueError):
    """These are not two shares of one secret: wrong places, or of different lengths."""


def split(secret: bytes) -> dict[int, bytes]:
    """Three shares of the length of the secret, by place."""
    slopes = secrets.token_bytes(len(secret))
    return {x: bytes(s ^ times(a, x) for s, a in zip(secret, slopes, strict=True)) for x in PLACES}


def combine(shares: Mapping[int, bytes]) -> bytes:
    """The secret out of two shares, by place. Whether they belong together only its user can tell: other shares give
    another secret. Raises NotTwoShares."""
    if len(shares) != NEEDED or not set(shares) <= set(PLACES) or len({len(share) for share in shares.values()}) != 1:
        raise NotTwoShares
    (x, at_x), (y, at_y) = shares.items()
    inverse = divided_by(x ^ y)
    return bytes(times(times(p, y) ^ times(q, x), inverse) for p, q in zip(at_x, at_y, strict=True))


def times(a: int, b: int) -> int:
    """The product in GF(256): polynomials over two elements, multiplied and reduced."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 0x100:
            a ^= POLYNOMIAL
        b >>= 1
    return product


def divided_by(a: int) -> int:
    """One divided by `a`, which is not zero."""
    return next(b for b in range(1, 256) if times(a, b) == 1)
