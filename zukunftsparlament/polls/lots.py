"""Drawing lots so that nobody has to trust anybody.

When the poll opens, a commitment (SHA-256 of 32 random bytes) is published. When it is counted, the bytes are. Before
the ballots are known, the bytes can't be chosen to suit anybody; afterwards they can't be exchanged.
"""

import hashlib
import secrets
from dataclasses import replace

from zukunftsparlament.polls.results import Outcome, Result
from zukunftsparlament.polls.rules import YES, Kind
from zukunftsparlament.polls.yardstick import Yardstick
from zukunftsparlament.procedure.rules import Tie

BYTES = 32


def new_lot() -> bytes:
    """To be kept as safe as the key of the box, until the poll is counted."""
    return secrets.token_bytes(BYTES)


def commitment(lot: bytes) -> str:
    return hashlib.sha256(lot).hexdigest()


def index_drawn(lot: bytes, *, before_the_draw: bytes, among: int) -> int:
    """`before_the_draw`: the canonical published list without `lot` and `result`. 0 is the first of the tied."""
    return int.from_bytes(hashlib.sha256(lot + before_the_draw).digest(), "big") % among


def needs_lot(counted: Result, rule: Yardstick) -> bool:
    return counted.outcome is Outcome.TIED and rule.tie is Tie.LOT


def with_lot(counted: Result, index: int) -> Result:
    """The result after the lot has fallen on `index` of the tied."""
    drawn = counted.tied[index]
    if drawn == YES:
        return replace(counted, outcome=Outcome.ACCEPTED, winners=(drawn,), drawn=drawn)
    if counted.counts.kind is Kind.YES_NO_ABSTAIN:
        return replace(counted, outcome=Outcome.REJECTED, drawn=drawn)
    return replace(counted, outcome=Outcome.CHOSEN, winners=(drawn,), drawn=drawn)
