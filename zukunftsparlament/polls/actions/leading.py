"""Whoever leads a poll of a sitting leads the sitting. The sitting is locked before its poll, everywhere."""

from collections.abc import Mapping
from typing import Any

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.rules.in_sitting import is_rehearsed
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.actions import happened, must_lead
from zukunftsparlament.sittings.queries import Sitting


async def poll_to_lead(number: int, actor: str, *, also_office: bool = False) -> tuple[Poll, Sitting | None]:
    """The poll, and the sitting in which it is held, both locked. Inside `writing()`.

    While the sitting goes on its chairs lead its polls; `also_office`: what the office may do all the same.
    """
    sitting = await sitting_of(number)
    accompanies = also_office and actor.startswith("office:")
    if sitting and sitting.goes_on and actor != "system" and not accompanies:
        await must_lead(actor)
    return await queries.poll_for_changing(number), sitting


async def sitting_of(number: int) -> Sitting | None:
    """Locked, before the poll itself is. Inside `writing()`."""
    found = await queries.poll(number)
    return None if found.sitting_number is None else await sittings.sitting_for_changing(found.sitting_number)


async def told(
    poll: Poll,
    sitting: Sitting | None,
    step: str,
    *,
    verb: str,
    actor: str,
    facts: Mapping[str, object],
    **said: Any,
) -> None:
    """The last thing of an act. `step`, with what is `said`, goes into the minutes of the sitting; `verb`, with
    `facts`, into the journal. A rehearsal is in no journal."""
    announce(*poll.rooms)
    if sitting and step:
        await happened(sitting, step, actor=actor, item=poll.item, in_journal=True, poll=poll.number, **said)
    await note(poll.number, actor=actor, verb=verb, **facts)


async def note(number: int, *, actor: str, verb: str, **facts: object) -> None:
    if not is_rehearsed(number):
        await record(actor=actor, verb=verb, subject_kind="poll", subject_number=number, **facts)
