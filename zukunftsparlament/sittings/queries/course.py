"""Where a sitting is in its course, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.sittings import rules
from zukunftsparlament.sittings.queries.rows import Item, Sitting
from zukunftsparlament.sittings.queries.sittings import agenda
from zukunftsparlament.sittings.queries.steps import Step, steps
from zukunftsparlament.sittings.rules import ItemKind
from zukunftsparlament.sittings.rules.course import innermost
from zukunftsparlament.sittings.rules.course_words import Next
from zukunftsparlament.sittings.rules.next import next_step as next_of

OF_THE_COURSE = frozenset({"item_begun", "item_ended", "item_unbegun", "item_reopened", "closed"})
OPENED = frozenset({"poll_opened", "practice"})
TO_VOTE_ON = frozenset({ItemKind.PROPOSAL, ItemKind.ELECTION})


@dataclass(frozen=True, slots=True)
class Urgent:
    """An item that a vote may still bring onto the agenda. `poll`: its number. `asked_in`: row id of that item."""

    poll: int
    asked_in: int | None
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """`item` for what is done to an item."""

    kind: Next
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """A sitting, its agenda in order, and what has happened in it. `vote`: state of the question that has the next
    step, "" for none or when nobody has looked."""

    sitting: Sitting
    items: Sequence[Item]
    steps: Sequence[Step]
    vote: str = ""

    @property
    def running(self) -> Item | None:
        return innermost(self.items)

    @property
    def open_votes(self) -> set[int]:
        """Numbers of polls that were opened here and not closed."""
        found = set[int]()
        for step in self.steps:
            if step.kind in OPENED:
                found.add(step.facts["poll"])
            elif step.kind in ("poll_closed", "poll_void"):
                found.discard(step.facts["poll"])
        return found

    @property
    def elected_chairs(self) -> set[int]:
        """Seats of those who were elected to lead in this sitting and have said yes."""
        found = set[int]()
        for step in self.steps:
            if step.kind == "elected" and step.facts.get("office") == "chairs":
                (found.add if step.facts["as"] == "accepted" else found.discard)(step.facts["seat"])
        return found

    def vote_runs(self, items: Sequence[Item]) -> bool:
        ids, running = {item.id for item in items}, self.open_votes
        return any(step.item in ids and step.facts["poll"] in running for step in self.steps if step.kind in OPENED)

    def was_voted_on(self, item: Item) -> bool:
        """Whether anything else than the agenda was put to the vote in it."""
        asides = {step.facts["poll"] for step in self.steps if step.kind == "urgent_asked"}
        opened = [step for step in self.steps if step.kind == "poll_opened" and step.item == item.id]
        return any(step.facts["poll"] not in asides for step in opened)

    @property
    def urgent(self) -> list["Urgent"]:
        """What somebody wants to talk about today and that was not taken on yet: put to the vote, or about to be."""
        taken = {step.facts["poll"] for step in self.steps if step.kind == "urgent_taken"}
        asked = [step for step in self.steps if step.kind == "urgent_asked" and step.facts["poll"] not in taken]
        return [Urgent(step.facts["poll"], step.item, step.facts["title"], step.facts["reason"]) for step in asked]

    def happened_in(self, item: Item) -> bool:
        """Whether anything came after its beginning."""
        since = [step.kind for step in self.steps if step.item == item.id]
        return bool(item.note) or (bool(since) and since[-1] not in ("item_begun", "item_reopened"))

    def is_last(self, item: Item) -> bool:
        """Whether ending it was the last thing that happened to the agenda."""
        last = [step for step in self.steps if step.kind in OF_THE_COURSE][-1:]
        return any(step.kind == "item_ended" and step.item == item.id for step in last)

    @property
    def next(self) -> NextStep:
        running = self.running
        wants_vote = running is not None and running.kind in TO_VOTE_ON and not self.was_voted_on(running)
        found = next_of(
            self.sitting.state,
            self.items,
            due=self.sitting.due_at is not None,
            vote_runs=bool(self.open_votes) or bool(self.vote),
            wants_vote=wants_vote,
        )
        return NextStep(found.kind, None if found.place is None else self.items[found.place])

    def item(self, mark: int) -> Item | None:
        return next((item for item in self.items if item.mark == mark), None)


async def course(sitting: Sitting, *, vote: str = "", items: Sequence[Item] | None = None) -> Course:
    """`items`: the agenda, where it is known already."""
    return Course(sitting, await agenda(sitting.id) if items is None else items, await steps(sitting.id), vote)


async def next_step(sitting: Sitting) -> NextStep:
    return (await course(sitting)).next


def may_reopen(found: Course, item: Item, *, now: datetime) -> bool:
    if item.ended_at is None or item.ended_as is not rules.End.DONE:
        return False
    return not why_not_reopen(found, item, now=now)


def why_not_reopen(found: Course, item: Item, *, now: datetime) -> rules.Reason | None:
    return rules.why_not_reopen(
        found.sitting.state,
        found.items,
        item,
        ended_at=item.ended_at or now,
        is_last=found.is_last(item) and item.ended_as is rules.End.DONE,
        now=now,
    )
