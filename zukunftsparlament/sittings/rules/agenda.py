"""An item that somebody wants on an agenda, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from zukunftsparlament.sittings.rules.tree import TO_DECIDE
from zukunftsparlament.sittings.rules.words import ItemKind

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
    PROPOSAL_IN_VOTE = "proposal_in_vote"
    PROPOSAL_HANDED_OVER = "proposal_handed_over"
    PROPOSAL_IS_PUBLIC = "proposal_is_public"
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


class Matter(Protocol):
    """What an item is about, as it stands on the agenda or was just typed."""

    @property
    def kind(self) -> ItemKind: ...
    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def cents(self) -> int | None: ...
    @property
    def money_source(self) -> str: ...


def item_flaws(draft: ItemDraft) -> Mapping[str, ItemFlaw]:
    """The flaw of each field that has one, by the name of the form field."""
    found: dict[str, ItemFlaw | None] = {
        "title": _title(draft),
        "text": _longer(draft.text, LONGEST_ITEM_TEXT, ItemFlaw.TEXT_TOO_LONG),
        "owner": _longer(draft.owner, LONGEST_OWNER, ItemFlaw.OWNER_TOO_LONG),
        "minutes": _minutes(draft.minutes),
        "money_source": _source(draft),
        "late_reason": _longer(draft.late_reason, LONGEST_LATE_REASON, ItemFlaw.REASON_TOO_LONG),
        # Its page tells everybody what becomes of it.
        "proposal": ItemFlaw.PROPOSAL_IS_PUBLIC if draft.proposal and not draft.public else None,
    }
    return {field: flaw for field, flaw in found.items() if flaw}


def changed_flaws(stood: Matter, typed: Matter, *, proposal: bool) -> dict[str, ItemFlaw]:
    """For a second call: fewer are enough then, so what is to be decided stays what it was.

    Kind and title of a `proposal` are the proposal's own.
    """
    if not {stood.kind, typed.kind} & TO_DECIDE:
        return {}
    changed = {
        "kind": not proposal and typed.kind is not stood.kind,
        "title": not proposal and typed.title.strip() != stood.title,
        "text": typed.text.strip() != stood.text,
        "amount": (typed.cents or None) != stood.cents,
        "money_source": bool(typed.cents) and typed.money_source.strip() != stood.money_source,
    }
    return {field: ItemFlaw.ONLY_THE_SAME for field, is_new in changed.items() if is_new}


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
