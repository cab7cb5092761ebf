"""Calling up an item of the agenda, ending it, and taking back either when it was a wrong tap."""

from datetime import datetime
from typing import Any

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import queries, rules
from zukunftsparlament.sittings.actions.hands import hands_down_in
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.leading import sitting_to_lead
from zukunftsparlament.sittings.queries import Course, Item, Sitting
from zukunftsparlament.sittings.rules import End
from zukunftsparlament.sittings.trail import words_of

BEGIN = Sql("UPDATE agenda_item SET begun_at = $2 WHERE id = $1 AND begun_at IS NULL AND ended_at IS NULL")
END = Sql("UPDATE agenda_item SET ended_at = $2, ended_as = $3, end_reason = $4 WHERE id = $1 AND ended_at IS NULL")
UNBEGIN = Sql("UPDATE agenda_item SET begun_at = NULL WHERE id = $1 AND ended_at IS NULL")
REOPEN = Sql("UPDATE agenda_item SET ended_at = NULL, ended_as = '', end_reason = '' WHERE id = $1")


async def course_for_changing(number: int, mark: int, *, actor: str) -> tuple[Course, Item]:
    """Behind the lock. Raises Missing for an item of another sitting, Refused for who does not lead."""
    sitting = await sitting_to_lead(number, actor)
    found = await queries.course(sitting)
    if (item := found.item(mark)) is None:
        raise Missing
    return found, item


async def begin_item(number: int, mark: int, *, actor: str) -> None:
    """What it is a part of begins with it. It runs already: nothing happens."""
    async with writing():
        found, item = await course_for_changing(number, mark, actor=actor)
        if item.runs and found.sitting.goes_on:
            return
        if why_not := rules.why_not_begin(found.sitting.state, found.items, item):
            raise Refused(why_not)
        at = now()
        for one in rules.to_begin(found.items, item):
            await BEGIN.rows(one.id, at)
            await happened(found.sitting, "item_begun", actor=actor, item=one.id, when=at, mark=one.mark)


async def end_item(number: int, mark: int, as_: End | str, reason: str = "", *, actor: str) -> None:
    """At once: the desk asks for a countdown where the end cannot be taken back. It has ended so already: nothing."""
    async with writing():
        found, item = await course_for_changing(number, mark, actor=actor)
        end = End(as_)
        if item.ended_as is end:
            return
        must_be_endable(found, item, end, reason)
        await end_now(found, item, end, reason, actor=actor)


def must_be_endable(found: Course, item: Item, end: End, reason: str) -> None:
    """Raises Refused."""
    if not item.waits and not item.runs and found.sitting.goes_on:
        raise Refused(rules.WhyNot.ITEM_HAS_ENDED)
    vote_runs = found.vote_runs(rules.to_end(found.items, item))
    if why_not := rules.why_not_end(found.sitting.state, found.items, item, end, reason=reason, vote_runs=vote_runs):
        raise Refused(why_not)


async def end_now(found: Course, item: Item, end: End, reason: str, *, actor: str) -> None:
    at = now()
    for one in rules.to_end(found.items, item):
        await END.rows(one.id, at, end.value, reason.strip())
        await hands_down_in(found.sitting, one.id)
        await tell_the_end(found.sitting, one, end, reason.strip(), at=at, actor=actor, in_journal=True)


async def tell_the_end(
    sitting: Sitting, item: Item, end: End, reason: str, *, at: datetime, actor: str, in_journal: bool
) -> None:
    facts: dict[str, Any] = {"mark": item.mark, "as": end.value, "reason": reason, "words": await words_of(item.id)}
    await happened(sitting, "item_ended", actor=actor, item=item.id, when=at, in_journal=in_journal, **facts)


async def unbegin_item(number: int, mark: int, *, actor: str) -> None:
    """It was begun by mistake and waits again. What it is a part of runs on."""
    async with writing():
        found, item = await course_for_changing(number, mark, actor=actor)
        if item.waits and found.sitting.goes_on:
            return
        happened_in = found.happened_in(item)
        if why_not := rules.why_not_unbegin(found.sitting.state, found.items, item, happened=happened_in):
            raise Refused(why_not)
        await UNBEGIN.rows(item.id)
        await happened(found.sitting, "item_unbegun", actor=actor, item=item.id, mark=item.mark)


async def reopen_item(number: int, mark: int, *, actor: str) -> None:
    """It was ended by mistake, a moment ago, and runs again."""
    async with writing():
        found, item = await course_for_changing(number, mark, actor=actor)
        if item.runs and found.sitting.goes_on:
            return
        if why_not := queries.why_not_reopen(found, item, now=now()):
            raise Refused(why_not)
        await REOPEN.rows(item.id)
        await happened(found.sitting, "item_reopened", actor=actor, item=item.id, mark=item.mark)
