"""A sitting and its agenda as they stand in the store."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from zukunftsparlament.kernel.sql import Row
from zukunftsparlament.proposals.rules import GIVEN_UP
from zukunftsparlament.sittings.rules import End, ItemKind, SittingKind, SittingState, SittingTimes, state

TIMES = (
    "starts_at", "ends_at", "invited_at", "cancelled_at", "opened_at", "paused_at", "paused_until", "closed_at",
)  # fmt: skip
PLAIN = (
    "id", "number", "title", "place", "hint", "wifi", "rule_set", "urgent_reason", "late_reason", "second_call_of",
    "created_at", "cancel_reason", "bell", "due_at", "screen_token", "join_token", "next_at", "next_place",
    "minute_taker", "excused",
)  # fmt: skip
COLUMNS = ", ".join(f"s.{name}" for name in (*PLAIN, "kind", "due", *TIMES))

ITEM_PLAIN = (
    "id", "mark", "parent", "place", "title", "text", "owner", "minutes", "proposal", "cents",
    "money_source", "duty", "duty_text", "urgent_at", "urgent_reason", "late_reason", "begun_at", "ended_at",
    "end_reason", "note", "note_saved_at",
)  # fmt: skip
ITEM_COLUMNS = ", ".join(f"i.{name}" for name in (*ITEM_PLAIN, "public", "kind", "ended_as"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Sitting:
    """`due`: a step that waits for its countdown until `due_at`; empty when none does.

    `bell`, `minute_taker`: number of a seat. `excused`: JSON list of seats, "" where nobody wrote it down.
    """

    id: int
    number: int
    kind: SittingKind
    title: str
    place: str
    hint: str
    wifi: str
    rule_set: int
    urgent_reason: str
    late_reason: str
    second_call_of: int | None
    created_at: datetime
    cancel_reason: str
    bell: int | None
    due: Mapping[str, Any]
    due_at: datetime | None
    screen_token: str
    join_token: str
    next_at: datetime | None
    next_place: str
    minute_taker: int | None
    excused: str
    times: SittingTimes
    state: SittingState

    @property
    def address(self) -> str:
        return f"/sitzungen/{self.number}"

    @property
    def room(self) -> str:
        """What event streams call it."""
        return f"sitting-{self.number}"

    @property
    def is_rehearsal(self) -> bool:
        return self.kind is SittingKind.REHEARSAL

    @property
    def is_binding(self) -> bool:
        return self.kind is SittingKind.OFFICIAL

    @property
    def goes_on(self) -> bool:
        return self.state in (SittingState.OPEN, SittingState.PAUSED)


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """`number`: its place in the tree, such as 3.1. `mark`: what addresses call it.

    The item of a proposal has no title of its own: it follows the proposal's, also when that is removed.
    `list_is_closed`: nobody may raise a hand any more while it runs.
    """

    id: int
    mark: int
    number: str
    parent: int | None
    place: int
    kind: ItemKind
    title: str
    text: str
    owner: str
    minutes: int | None
    public: bool
    proposal: int | None
    proposal_number: int | None
    proposal_title: str | None
    proposal_stage: str | None
    cents: int | None
    money_source: str
    duty: str
    duty_text: str
    urgent_at: datetime | None
    urgent_reason: str
    late_reason: str
    begun_at: datetime | None
    ended_at: datetime | None
    ended_as: End | None
    end_reason: str
    note: str
    note_saved_at: datetime | None
    list_is_closed: bool = False

    @property
    def runs(self) -> bool:
        return self.begun_at is not None and self.ended_at is None

    @property
    def falls_off(self) -> bool:
        """Its proposal was withdrawn, merged or not taken up while the item waited: nothing is left to deal with."""
        return self.waits and self.proposal_stage in GIVEN_UP

    @property
    def waits(self) -> bool:
        return self.begun_at is None and self.ended_at is None


def sitting_in(row: Row) -> Sitting:
    times = SittingTimes(**{name: row[name] for name in TIMES})
    return Sitting(
        **{name: row[name] for name in PLAIN},
        kind=SittingKind(row["kind"]),
        due=json.loads(row["due"]),
        times=times,
        state=state(times),
    )


def item_in(row: Row, number: str = "") -> Item:
    plain = {name: row[name] for name in ITEM_PLAIN}
    return Item(
        **plain | {"title": plain["title"] or row.get("proposal_title") or ""},
        number=number,
        public=bool(row["public"]),
        kind=ItemKind(row["kind"]),
        ended_as=End(row["ended_as"]) if row["ended_as"] else None,
        proposal_number=row.get("proposal_number"),
        proposal_title=row.get("proposal_title"),
        proposal_stage=row.get("proposal_stage"),
        list_is_closed=row.get("list_step") == "list_closed",
    )
