"""Planning a sitting, and changing the plan until it is opened.

Five taps are one sitting: the same draft of the same person within a minute is what has been planned already.
"""

from collections.abc import Mapping
from datetime import timedelta
from secrets import token_urlsafe
from types import MappingProxyType
from typing import Any

from zukunftsparlament.journal.actions import next_number
from zukunftsparlament.kernel.clock import HERE, now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.procedure.queries import valid_on
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.guarding import must_be_ahead
from zukunftsparlament.sittings.actions.guests import set_guests
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.lateness import why_invited_late
from zukunftsparlament.sittings.actions.telling import tell_the_parliament
from zukunftsparlament.sittings.actions.usual import add_usual_items
from zukunftsparlament.sittings.planning_texts import said
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.queries.periods import day_of
from zukunftsparlament.sittings.rules import SittingKind, WhyNot
from zukunftsparlament.sittings.rules.planning import SittingDraft, flaws_of
from zukunftsparlament.sittings.rules.words import REHEARSALS_FROM

ADD = Sql(
    "INSERT INTO sitting (number, kind, title, starts_at, ends_at, place, hint, wifi, rule_set, urgent_reason, "
    "second_call_of, created_at, created_by, screen_token, join_token, late_reason, cancel_reason, due, next_place) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, '', '', '{}', '')"
)
# Whoever plans waits here for the one before, and then sees what that one has planned.
ONE_AT_A_TIME = Sql("SELECT id FROM rule_set WHERE id = $1 {for_update}")
JUST_PLANNED = Sql("SELECT number FROM sitting WHERE created_by = $1 AND created_at > $2 ORDER BY id")
CHANGE = Sql(
    "UPDATE sitting SET kind = $2, title = $3, starts_at = $4, ends_at = $5, place = $6, hint = $7, wifi = $8, "
    "rule_set = $9, urgent_reason = $10, late_reason = $11 WHERE id = $1"
)

SET_LATE_REASON = Sql("UPDATE sitting SET late_reason = $2 WHERE id = $1")

SAME_TAP = timedelta(minutes=1)
NO_PROBLEMS: Mapping[str, str] = MappingProxyType({})


async def plan_sitting(
    draft: SittingDraft,
    *,
    actor: str,
    second_call_of: int | None = None,
    problems: Mapping[str, str] = NO_PROBLEMS,
) -> int:
    """Returns the number of the new sitting. It keeps the version of the rules that is valid on its day.

    `second_call_of`: row id of the sitting that was not quorate. `problems`: of fields that could not be read.
    Raises Wrong with every problem.
    """
    async with writing():
        await ONE_AT_A_TIME.rows((await valid_on()).id)
        if not problems and (again := await _same(draft, actor)):
            return again
        _must_be_sound(draft, problems)
        number = await _number(draft.kind)
        await ADD.rows(number, *await _columns(draft), second_call_of, now(), actor, _token(), _token())
        sitting = await queries.sitting_for_changing(number)
        await set_guests(sitting, draft.guests)
        await add_usual_items(sitting)
        await happened(sitting, "planned", actor=actor, in_journal=True, kind_of_sitting=sitting.kind.value)
        return number


def _token() -> str:
    return token_urlsafe(24)  # 32 characters


async def _number(kind: SittingKind | None) -> int:
    if kind is SittingKind.REHEARSAL:
        return REHEARSALS_FROM + await next_number("rehearsal")
    return await next_number("sitting")


def _must_be_sound(draft: SittingDraft, problems: Mapping[str, str]) -> None:
    if wrong := {**said(flaws_of(draft, now=now())), **problems}:
        raise Wrong(wrong)


async def _columns(draft: SittingDraft) -> tuple[object, ...]:
    """From kind to urgent_reason, as the statements want them."""
    assert draft.kind and draft.starts_at
    words = (draft.place.strip(), draft.hint.strip(), draft.wifi.strip())
    rule_set = (await valid_on(draft.starts_at.astimezone(HERE).date())).id
    return (
        draft.kind.value, draft.title.strip(), draft.starts_at, draft.ends_at, *words, rule_set,
        draft.urgent_reason.strip(),
    )  # fmt: skip


async def _same(draft: SittingDraft, actor: str) -> int | None:
    """The number of a sitting that this person planned a moment ago for the same time and place."""
    for row in await JUST_PLANNED.rows(actor, now() - SAME_TAP):
        found = await queries.sitting(row["number"])
        wished = (draft.kind, draft.starts_at, draft.place.strip(), draft.title.strip())
        if (found.kind, found.times.starts_at, found.place, found.title) == wished:
            return found.number
    return None


async def change_sitting(
    number: int, draft: SittingDraft, *, actor: str, problems: Mapping[str, str] = NO_PROBLEMS
) -> Sitting:
    """Returns it as it was before. With another day the rule set of that day holds; from the opening on it stays.

    Raises Wrong with every problem, Refused once the sitting has begun, ended or been cancelled.
    """
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        must_be_ahead(sitting)
        _must_be_sound(draft, problems)
        columns = await _columns(draft)
        if (draft.kind is SittingKind.REHEARSAL) is not sitting.is_rehearsal:
            raise Refused(WhyNot.REHEARSAL_STAYS)
        guests_changed = await set_guests(sitting, draft.guests)
        await CHANGE.rows(sitting.id, *columns, sitting.late_reason)
        after = await queries.sitting(number)
        what = _what(sitting, after)
        if what == "moved":
            await _tell_that_it_moves(after, draft.late_reason, before=sitting)
        if _compared(after) != _compared(sitting) or guests_changed:
            await happened(after, what, actor=actor, in_journal=True, **_facts(sitting, after))
        return sitting


async def _tell_that_it_moves(sitting: Sitting, late_reason: str, *, before: Sitting) -> None:
    """On another day the period begins again: whoever is told today has it from today."""
    if day_of(sitting) != day_of(before):
        _period, late = await why_invited_late(sitting, late_reason)
        await SET_LATE_REASON.rows(sitting.id, late)
    await tell_the_parliament(sitting, "sitting_moved")


def _compared(sitting: Sitting) -> tuple[object, ...]:
    words = (sitting.title, sitting.place, sitting.hint, sitting.wifi, sitting.urgent_reason)
    return (sitting.kind, sitting.times.starts_at, sitting.times.ends_at, sitting.rule_set, *words)


def _what(before: Sitting, after: Sitting) -> str:
    """`moved` is what everybody who was invited has to be told."""
    when_and_where = [(one.kind, one.times.starts_at, one.times.ends_at, one.place) for one in (before, after)]
    return "moved" if before.times.invited_at and when_and_where[0] != when_and_where[1] else "changed"


def _facts(before: Sitting, after: Sitting) -> dict[str, Any]:
    if before.times.starts_at == after.times.starts_at:  # row ids and words stay out of the journal
        return {}
    return {"from": before.times.starts_at.isoformat(), "to": after.times.starts_at.isoformat()}
