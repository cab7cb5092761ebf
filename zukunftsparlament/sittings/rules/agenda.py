"""An item that somebody wants on an agenda, what is wrong with it, and where it goes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeVar

from zukunftsparlament.sittings.rules.words import End, ItemKind, SittingKind

LONGEST_ITEM_TITLE = 120  # characters, as are the next ones
LONGEST_ITEM_TEXT = 2000
LONGEST_OWNER = 100
LONGEST_SOURCE = 200
LONGEST_DUTY_TEXT = 500
LONGEST_LATE_REASON = 300
LONGEST_PAPER = 10_000
MOST_MINUTES = 480
MOST_ITEMS = 60
MOST_PAPERS = 10
TO_DECIDE = frozenset({ItemKind.PROPOSAL, ItemKind.ELECTION, ItemKind.OTHER})
DEEPEST = 3  # 2.1.1 is read easily, 2.1.1.1 is not


class ItemFlaw(Enum):
    """What is wrong with a field; the sentences stand in `planning_texts.py`."""

    TITLE_MISSING = "title_missing"
    TITLE_TOO_LONG = "title_too_long"
    TEXT_TOO_LONG = "text_too_long"
    KIND_UNKNOWN = "kind_unknown"
    OWNER_TOO_LONG = "owner_too_long"
    MINUTES_ABSURD = "minutes_absurd"
    AMOUNT_UNREADABLE = "amount_unreadable"
    SOURCE_MISSING = "source_missing"
    SOURCE_TOO_LONG = "source_too_long"
    DUTY_TOO_LONG = "duty_too_long"
    REASON_TOO_LONG = "reason_too_long"
    REASON_MISSING = "reason_missing"
    PARENT_GONE = "parent_gone"
    TOO_DEEP = "too_deep"
    TOO_MANY = "too_many"
    ONLY_THE_SAME = "only_the_same"
    PROPOSAL_GONE = "proposal_gone"
    PROPOSAL_IS_ON_IT = "proposal_is_on_it"
    PAPER_TITLE_MISSING = "paper_title_missing"
    PAPER_MISSING = "paper_missing"
    PAPER_TOO_LONG = "paper_too_long"
    TOO_MANY_PAPERS = "too_many_papers"


@dataclass(frozen=True, kw_only=True)
class ItemDraft:
    """`parent`: mark of the item it hangs on. `proposal`: its public number. `cents`: what it costs."""

    kind: ItemKind = ItemKind.OTHER
    title: str = ""
    text: str = ""
    owner: str = ""
    minutes: int | None = None
    public: bool = True
    parent: int | None = None
    proposal: int | None = None
    cents: int | None = None
    money_source: str = ""
    late_reason: str = ""


def item_flaws(draft: ItemDraft) -> Mapping[str, ItemFlaw]:
    """The flaw of each field that has one, by the name of the form field."""
    found: dict[str, ItemFlaw | None] = {
        "title": _title(draft),
        "text": _longer(draft.text, LONGEST_ITEM_TEXT, ItemFlaw.TEXT_TOO_LONG),
        "owner": _longer(draft.owner, LONGEST_OWNER, ItemFlaw.OWNER_TOO_LONG),
        "minutes": _minutes(draft.minutes),
        "money_source": _source(draft),
        "late_reason": _longer(draft.late_reason, LONGEST_LATE_REASON, ItemFlaw.REASON_TOO_LONG),
    }
    return {field: flaw for field, flaw in found.items() if flaw}


def _title(draft: ItemDraft) -> ItemFlaw | None:
    """That of a proposal is the proposal's own."""
    if draft.proposal is None and not draft.title.strip():
        return ItemFlaw.TITLE_MISSING
    return _longer(draft.title, LONGEST_ITEM_TITLE, ItemFlaw.TITLE_TOO_LONG)


def _longer(text: str, longest: int, flaw: ItemFlaw) -> ItemFlaw | None:
    return flaw if len(text.strip()) > longest else None


def _minutes(minutes: int | None) -> ItemFlaw | None:
    return ItemFlaw.MINUTES_ABSURD if minutes is not None and not 1 <= minutes <= MOST_MINUTES else None


def _source(draft: ItemDraft) -> ItemFlaw | None:
    if draft.cents and not draft.money_source.strip():
        return ItemFlaw.SOURCE_MISSING
    return _longer(draft.money_source, LONGEST_SOURCE, ItemFlaw.SOURCE_TOO_LONG)


def paper_flaws(title: str, text: str, *, there: int) -> Mapping[str, ItemFlaw]:
    """`there`: how many papers the item has already."""
    found: dict[str, ItemFlaw | None] = {
        "paper_title": _longer(title, LONGEST_ITEM_TITLE, ItemFlaw.TITLE_TOO_LONG)
        if title
        else ItemFlaw.PAPER_TITLE_MISSING,
        "paper": _longer(text, LONGEST_PAPER, ItemFlaw.PAPER_TOO_LONG) if text else ItemFlaw.PAPER_MISSING,
    }
    if there >= MOST_PAPERS:
        found["paper_title"] = ItemFlaw.TOO_MANY_PAPERS
    return {field: flaw for field, flaw in found.items() if flaw}


class Placed(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def parent(self) -> int | None: ...
    @property
    def place(self) -> int: ...
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


def depth(items: Sequence[Placed], row_id: int | None) -> int:
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
