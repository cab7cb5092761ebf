"""How the wall may be narrowed down."""

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
