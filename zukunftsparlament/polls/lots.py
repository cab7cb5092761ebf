"""Drawing lots so that nobody has to trust anybody.

When the poll opens, a commitment (SHA-256 of 32 random bytes) is published. When it is counted, the bytes are. Before
the ballots are known, the bytes can't be chosen to suit anybody; afterwards they can't be exchanged.
"""

import hashlib
import secrets
from collections.abc import Sequence
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


def number_drawn(lot: bytes, *, before_the_draw: bytes) -> int:
    """`before_the_draw`: the canonical published list without `lot` and `result`."""
    return int.from_bytes(hashlib.sha256(lot + before_the_draw).digest(), "big")


class Drum:
    """Draws one after the other from one number: its remainder says who is first, its quotient goes on."""

    def __init__(self, number: int) -> None:
        self.number = number

    def order(self, tied: Sequence[str]) -> list[str]:
        """All of `tied`, which stand in ballot order, in the order in which they are drawn."""
        waiting, drawn = list(tied), []
        while waiting:
            self.number, place = divmod(self.number, len(waiting))
            drawn.append(waiting.pop(place))
        return drawn


def needs_lot(counted: Result, rule: Yardstick) -> bool:
    return counted.outcome is Outcome.TIED and rule.tie is Tie.LOT


def with_lot(counted: Result, drum: Drum) -> Result:
    """The result after the lot has fallen among the tied. Money is another matter: see `counting.budget`."""
    places = counted.more.get("places_left", 1)
    drawn = tuple(drum.order(counted.tied)[:places])
    if drawn == (YES,):
        return replace(counted, outcome=Outcome.ACCEPTED, winners=drawn, drawn=drawn)
    if counted.counts.kind is Kind.YES_NO_ABSTAIN:
        return replace(counted, outcome=Outcome.REJECTED, drawn=drawn)
    winners = tuple(choice for choice, _votes in counted.counts.sides if choice in counted.winners + drawn)
    more = dict(counted.more) | ({"places_left": 0} if counted.counts.kind is Kind.UP_TO else {})
    return replace(counted, outcome=Outcome.CHOSEN, winners=winners, drawn=drawn, more=more)
