"""Where items stand on an agenda: below each other, before the questions at the end, up and down."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from zukunftsparlament.sittings.rules.words import End, ItemKind, SittingKind

TO_DECIDE = frozenset({ItemKind.PROPOSAL, ItemKind.ELECTION, ItemKind.OTHER})
DEEPEST = 3  # 2.1.1 is read easily, 2.1.1.1 is not


class InTree(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def parent(self) -> int | None: ...
    @property
    def place(self) -> int: ...


class Placed(InTree, Protocol):
    @property
    def kind(self) -> ItemKind: ...
    @property
    def waits(self) -> bool: ...


def usual_items(kind: SittingKind, *, has_last_minutes: bool) -> tuple[ItemKind, ...]:
    """What an agenda starts with: all formalities where binding decisions are taken, else the short form."""
    if kind is not SittingKind.OFFICIAL:
        return (ItemKind.OPENING, ItemKind.QUESTIONS)
    minutes = (ItemKind.MINUTES,) if has_last_minutes else ()
    return (ItemKind.OPENING, *minutes, ItemKind.CAME_OF_IT, ItemKind.QUESTIONS)


class Dealt(Protocol):
    @property
    def kind(self) -> ItemKind: ...
    @property
    def ended_as(self) -> End | None: ...
    @property
    def falls_off(self) -> bool: ...


def is_left_over(item: Dealt) -> bool:
    """Whether a second call is about it: something to decide that was not dealt with."""
    undecided = item.ended_as in (None, End.ADJOURNED) and not item.falls_off
    return undecided and item.kind in TO_DECIDE


Standing = TypeVar("Standing", bound=InTree)


def numbered(items: Sequence[Standing]) -> list[tuple[str, Standing]]:
    """1, 1.1, 2 … in the order of the agenda. What hangs on an item that is not there is not there either."""
    below: dict[int | None, list[Standing]] = {}
    for item in sorted(items, key=lambda one: (one.place, one.id)):
        below.setdefault(item.parent, []).append(item)
    found: list[tuple[str, Standing]] = []

    def walk(parent: int | None, before: str) -> None:
        for count, item in enumerate(below.get(parent, []), start=1):
            number = f"{before}{count}"
            found.append((number, item))
            walk(item.id, f"{number}.")

    walk(None, "")
    return found


def depth(items: Sequence[InTree], row_id: int | None) -> int:
    """How many numbers stand in its own: 3.1 has two. None: the agenda itself, 0."""
    parents = {item.id: item.parent for item in items}
    found = 0
    while row_id is not None:
        found, row_id = found + 1, parents.get(row_id)
    return found


def place_for(items: Sequence[Placed], *, parent: int | None, kind: ItemKind) -> int:
    """After its siblings, but before the questions with which an agenda ends. Whoever stands there moves down."""
    siblings = sorted((item for item in items if item.parent == parent), key=lambda one: (one.place, one.id))
    if not siblings:
        return 1
    last = siblings[-1]
    before_the_end = parent is None and last.kind is ItemKind.QUESTIONS is not kind and last.waits
    return last.place if before_the_end else last.place + 1


One = TypeVar("One", bound=Placed)


def neighbour(items: Sequence[One], item: One, *, up: bool) -> One | None:
    """With whom it changes places, or None: at the edge, or where one of the two is being dealt with or over."""
    siblings = sorted((one for one in items if one.parent == item.parent), key=lambda one: (one.place, one.id))
    at = next(index for index, one in enumerate(siblings) if one.id == item.id)
    beside = at - 1 if up else at + 1
    if not 0 <= beside < len(siblings) or not item.waits:
        return None
    return siblings[beside] if siblings[beside].waits else None
