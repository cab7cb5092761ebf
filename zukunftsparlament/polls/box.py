"""The sealed ballot box. Whoever has the public key can put something in; only the private key opens it again.

A ballot is padded before it is sealed: a shorter word must not make a shorter box.
"""

import json

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from zukunftsparlament.polls.rules import Ballot

PADDED = 256  # bytes: four words of a receipt and twelve choices fit in every kind of poll
SEALED = PADDED + 48  # what SealedBox adds


class BrokenBallot(ValueError):
    """This box was not sealed for this poll, or not by us."""


def new_key() -> tuple[bytes, bytes]:
    """Private and public key, 32 bytes each. One pair for one poll."""
    private = PrivateKey.generate()
    return bytes(private), bytes(private.public_key)


def public_key(private: bytes) -> bytes:
    """Of any 32 bytes: whether they are the key of a box, its public key tells."""
    return bytes(PrivateKey(private).public_key)


def seal(ballot: Ballot, public: bytes) -> bytes:
    """Always SEALED bytes, and never the same twice. Raises ValueError for a ballot that does not fit."""
    paper = json.dumps({"choice": ballot.choice, "receipt": ballot.receipt}).encode()
    if len(paper) > PADDED:
        raise ValueError(f"a ballot of {len(paper)} bytes does not fit into {PADDED}")
    return SealedBox(PublicKey(public)).encrypt(paper.ljust(PADDED))


def unseal(sealed: bytes, private: bytes) -> Ballot:
    """Raises BrokenBallot. What stands on the ballot is checked by the count, not here."""
    box = SealedBox(PrivateKey(private))
    try:
        paper = json.loads(box.decrypt(sealed))
        return Ballot(choice=tuple(map(str, paper["choice"])), receipt=str(paper["receipt"]))
    except (CryptoError, ValueError, TypeError, KeyError) as reason:
        raise BrokenBallot from reason
