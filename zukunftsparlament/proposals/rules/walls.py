"""How the wall may be narrowed down, and mixed."""

import random
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from zukunftsparlament.proposals.rules.stages import GIVEN_UP, WAITING, Stage

PER_PAGE = 20

# What people choose, and the stages behind it. Each single stage may be asked for too.
GROUPS: dict[str, tuple[Stage, ...]] = {
    "sammelt": (Stage.PUBLIC, Stage.RIPE),
    "abstimmung": (Stage.IN_VOTE, Stage.TIED),
    "entschieden": (Stage.ACCEPTED, Stage.REJECTED),
    "uebergeben": (Stage.HANDED_OVER,),
    "beantwortet": (Stage.ANSWERED, Stage.DONE),
    "beendet": tuple(sorted(GIVEN_UP)),
}
_SINGLE = {stage.value: (stage,) for stage in Stage if stage not in WAITING}


def stages_for(asked: str) -> tuple[Stage, ...]:
    """The stages that `asked` means; empty when it means none: then nothing is filtered."""
    return GROUPS.get(asked, _SINGLE.get(asked, ()))


def pages_for(count: int) -> int:
    return max(1, -(-count // PER_PAGE))


def page_asked(text: str, *, pages: int) -> int:
    """The page that was asked for, from 1; the first for nonsense and the last for more than there are."""
    asked = int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else 1
    return min(max(asked, 1), pages)


def shuffled(numbers: Sequence[int], *, day: date) -> Sequence[int]:
    """In an order that nobody has chosen, the same for everybody all day long."""
    if isinstance(numbers, range):
        return _shuffled_range(numbers.start, numbers.stop, day)
    mixed = list(numbers)
    random.Random(day.isoformat()).shuffle(mixed)  # noqa: S311 - an order, no secret
    return mixed


@lru_cache(maxsize=2)
def _shuffled_range(start: int, stop: int, day: date) -> tuple[int, ...]:
    """Kept: fifty thousand take 30 ms."""
    return tuple(shuffled(list(range(start, stop)), day=day))
