"""Items of an agenda: put down, changed, moved, taken off and put back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.queries import row_of
from zukunftsparlament.proposals.rules import GIVEN_UP, Stage
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.guarding import may_change_agenda, must_wait
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.lateness import why_item_late
from zukunftsparlament.sittings.actions.planning import NO_PROBLEMS
from zukunftsparlament.sittings.actions.ways import tell_the_proposal
from zukunftsparlament.sittings.planning_texts import said
from zukunftsparlament.sittings.queries import Item, Sitting
from zukunftsparlament.sittings.rules import SittingKind, WhyNot
from zukunftsparlament.sittings.rules.agenda import MOST_ITEMS, ItemDraft, ItemFlaw, changed_flaws, item_flaws
from zukunftsparlament.sittings.rules.tree import DEEPEST, TO_DECIDE, depth, place_for

NOT_TWICE = {
    Stage.IN_VOTE.value: ItemFlaw.PROPOSAL_IN_VOTE,
    Stage.HANDED_OVER.value: ItemFlaw.PROPOSAL_HANDED_OVER,
}

NEXT_MARK = Sql("SELECT coalesce(max(mark), 0) + 1 FROM agenda_item WHERE sitting = $1")
MAKE_ROOM = Sql(
    "UPDATE agenda_item SET place = place + 1 WHERE sitting = $1 AND coalesce(parent, 0) = $2 AND place >= $3"
)
ADD = Sql(
    "INSERT INTO agenda_item (sitting, mark, parent, place, kind, title, text, owner, minutes, public, proposal, "
    "cents, money_source, urgent_at, urgent_reason, late_reason) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) RETURNING id"
)
CHANGE = Sql(
    "UPDATE agenda_item SET kind = $2, title = $3, text = $4, owner = $5, minutes = $6, public = $7, cents = $8, "
    "money_source = $9, late_reason = $10 WHERE id = $1"
)


async def add_item(
    number: int,
    draft: ItemDraft,
    *,
    actor: str,
    urgent: bool = False,
    reason: str = "",
    problems: Mapping[str, str] = NO_PROBLEMS,
) -> int:
    """Returns the mark of the new item. `urgent`: taken on in the running sitting, for this `reason`.

    Raises Wrong with every problem, Refused where nothing may be put down any more.
    """
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        await may_change_agenda(sitting, actor)
        items = await queries.agenda(sitting.id)
        parent = next((item for item in items if item.mark == draft.parent), None)
        if not problems and (twin := next((item for item in items if _is_same(item, draft, parent)), None)):
            return twin.mark  # the second of two taps
        if sitting.goes_on and sitting.kind is not SittingKind.UNOFFICIAL and not urgent:
            raise Refused(WhyNot.ONLY_URGENT_ITEMS)
        proposal, flaw = await _proposal(draft, items)
        flaws = _flaws(sitting, draft, items, parent) | ({"proposal": flaw} if flaw else {})
        late = {} if urgent else await why_item_late(sitting, draft.late_reason)
        if wrong := {**late, **said(flaws), **problems}:
            raise Wrong(wrong)
        taken_on = (now() if urgent else None, reason.strip())
        mark, row = await _put_down(sitting, draft, items, parent, proposal=proposal, taken_on=taken_on)
        if proposal and sitting.times.invited_at:
            await tell_the_proposal(sitting, proposal)
        await happened(sitting, "item_added", actor=actor, item=row, urgent=urgent, reason=reason.strip())
        return mark


async def _put_down(
    sitting: Sitting,
    draft: ItemDraft,
    items: list[Item],
    parent: Item | None,
    *,
    proposal: int | None,
    taken_on: tuple[datetime | None, str],
) -> tuple[int, int]:
    """Whoever stands at its place moves down. Returns its mark and its row id."""
    below = parent.id if parent else None
    place = place_for(items, parent=below, kind=draft.kind)
    await MAKE_ROOM.rows(sitting.id, below or 0, place)
    mark = int(await NEXT_MARK.value(sitting.id))
    row = await ADD.value(
        sitting.id, mark, below, place, *_words(draft)[:5], draft.public, proposal,
        *_money(draft), *taken_on, draft.late_reason.strip(),
    )  # fmt: skip
    return mark, int(row)


def _is_same(item: Item, draft: ItemDraft, parent: Item | None) -> bool:
    """Whether it is what stands there already, and nobody has begun with it."""
    if draft.proposal:
        return item.waits and item.proposal_number == draft.proposal
    words = (draft.kind, draft.title.strip(), draft.text.strip(), parent.id if parent else None)
    return item.waits and (item.kind, item.title, item.text, item.parent) == words


def _flaws(sitting: Sitting, draft: ItemDraft, items: list[Item], parent: Item | None) -> dict[str, ItemFlaw]:
    flaws = dict(item_flaws(draft)) | _where_flaws(draft, items, parent)
    if sitting.second_call_of and draft.kind in TO_DECIDE:  # fewer are enough, but for nothing new
        flaws["kind"] = ItemFlaw.ONLY_THE_SAME
    return flaws


def _where_flaws(draft: ItemDraft, items: list[Item], parent: Item | None) -> dict[str, ItemFlaw]:
    if draft.parent is not None and (parent is None or parent.ended_at):
        return {"parent": ItemFlaw.PARENT_GONE}
    if parent and depth(items, parent.id) >= DEEPEST:
        return {"parent": ItemFlaw.TOO_DEEP}
    return {"title": ItemFlaw.TOO_MANY} if len(items) >= MOST_ITEMS else {}


async def _proposal(draft: ItemDraft, items: list[Item]) -> tuple[int | None, ItemFlaw | None]:
    """Its row id, or why it cannot stand here."""
    if draft.proposal is None:
        return None, None
    try:
        found = await row_of(draft.proposal)
    except Missing:
        return None, ItemFlaw.PROPOSAL_GONE
    if found.stage in GIVEN_UP:
        return None, ItemFlaw.PROPOSAL_GONE
    if any(item.proposal == found.id for item in items):
        return found.id, ItemFlaw.PROPOSAL_IS_ON_IT
    return found.id, NOT_TWICE.get(found.stage) if draft.kind in TO_DECIDE else None


def _words(draft: ItemDraft) -> tuple[object, ...]:
    """The item of a proposal is called like the proposal: its title is not copied."""
    title = "" if draft.proposal else draft.title.strip()
    return (draft.kind.value, title, draft.text.strip(), draft.owner.strip(), draft.minutes)


def _money(draft: ItemDraft) -> tuple[int | None, str]:
    return (draft.cents or None, draft.money_source.strip() if draft.cents else "")


async def change_item(
    number: int, mark: int, draft: ItemDraft, *, actor: str, problems: Mapping[str, str] = NO_PROBLEMS
) -> None:
    """What it is about, not where it stands. Raises Wrong with every problem."""
    async with writing():
        sitting, item = await changeable_item(number, mark, actor)
        flaws = dict(item_flaws(replace(draft, proposal=item.proposal_number)))
        if sitting.second_call_of:
            flaws |= changed_flaws(item, draft, proposal=item.proposal is not None)
        if wrong := {**said(flaws), **problems}:
            raise Wrong(wrong)
        kind = item.kind if item.proposal else draft.kind
        words = (kind.value, "" if item.proposal else draft.title.strip(), *_words(draft)[2:])
        await CHANGE.rows(item.id, *words, draft.public, *_money(draft), draft.late_reason.strip())
        await happened(sitting, "item_changed", actor=actor, item=item.id)


async def changeable_item(number: int, mark: int, actor: str) -> tuple[Sitting, Item]:
    """Inside `writing()`. Raises Refused once it has begun or the sitting is over."""
    sitting = await queries.sitting_for_changing(number)
    await may_change_agenda(sitting, actor)
    item = await queries.item(sitting.id, mark)
    must_wait(item)
    return sitting, item
