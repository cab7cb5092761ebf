"""An urgent item: asked for in the running sitting, taken on by a vote, put in its place with its reason."""

from collections.abc import Sequence
from typing import Any

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.sittings import queries, rules
from zukunftsparlament.sittings.actions.agenda import add_item
from zukunftsparlament.sittings.actions.course import must_go_on
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.leading import sitting_to_lead
from zukunftsparlament.sittings.queries import Item, Sitting
from zukunftsparlament.sittings.rules import Halt
from zukunftsparlament.sittings.rules.agenda import MOST_ITEMS, ItemDraft, ItemFlaw


def why_no_other_item(sitting: Sitting, items: Sequence[Item]) -> ItemFlaw | None:
    """Why nothing can come onto this agenda any more, however urgent it is."""
    if sitting.second_call_of:
        return ItemFlaw.ONLY_THE_SAME
    return ItemFlaw.TOO_MANY if len(items) >= MOST_ITEMS else None


async def item_for_asking(number: int, *, actor: str) -> Item:
    """The item in which the vote is held. Raises Refused where there is none. Inside `writing()`."""
    sitting = await sitting_to_lead(number, actor)
    must_go_on(sitting)
    if (running := await queries.running_item(sitting.id)) is None:
        raise Refused(Halt.NO_ITEM_RUNS)
    if why_not := why_no_other_item(sitting, await queries.agenda(sitting.id)):
        raise Refused(why_not)
    return running


async def ask_for_urgent(number: int, poll: int, title: str, reason: str, *, actor: str) -> None:
    """Writes down what the vote is about. Asked for already: nothing happens."""
    async with writing():
        item = await item_for_asking(number, actor=actor)
        sitting = await queries.sitting(number)
        if any(one.poll == poll for one in (await queries.course(sitting)).urgent):
            return
        facts: dict[str, Any] = {"poll": poll, "title": title.strip(), "reason": reason.strip()}
        await happened(sitting, "urgent_asked", actor=actor, item=item.id, **facts)


async def take_urgent(number: int, poll: int, *, accepted: bool, actor: str) -> None:
    """`accepted`: what the vote has said. It comes as the last part of what runs, as 3.1 or 3.2.
    Asked for behind closed doors it stays there.

    Taken on already: nothing happens. Raises Missing where nothing was asked for by that poll.
    """
    async with writing():
        sitting = await sitting_to_lead(number, actor)
        found = await queries.course(sitting)
        if any(step.kind == "urgent_taken" and step.facts["poll"] == poll for step in found.steps):
            return
        wish = next((one for one in found.urgent if one.poll == poll), None)
        if wish is None:
            raise Missing
        must_go_on(sitting)
        if not accepted:
            raise Refused(Halt.NOT_ACCEPTED)
        if found.running is None:
            raise Refused(Halt.NO_ITEM_RUNS)
        if why_not := why_no_other_item(sitting, found.items):
            raise Refused(why_not)
        outermost, *_parts = (*rules.above(found.items, found.running), found.running)
        public = all(item.public for item in found.items if item.id == wish.asked_in)
        draft = ItemDraft(title=wish.title, parent=outermost.mark, public=public)
        mark = await add_item(number, draft, actor=actor, urgent=True, reason=wish.reason)
        item = await queries.item(sitting.id, mark)
        await happened(sitting, "urgent_taken", actor=actor, item=item.id, poll=poll, mark=mark, number=item.number)
