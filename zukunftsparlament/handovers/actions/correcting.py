"""A new version of a hand-over. What was handed over is never changed: the new one says what it replaces and why."""

from zukunftsparlament.handovers import freezing, rules
from zukunftsparlament.handovers.correcting import Draft, draft
from zukunftsparlament.handovers.refusals import refuse
from zukunftsparlament.handovers.rules import WhyNot
from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql

LOCK_HANDOVER = Sql("SELECT id FROM handover WHERE number = $1 {for_update}")
ADD_CORRECTION = Sql(
    "INSERT INTO handover_correction (handover, version, frozen, sha256, made_at, made_by) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id"
)


async def correct(number: int, *, letter: str, because: str, replaces: int, seen: str, actor: str) -> int:
    """Freeze the next version, and return its number.

    `replaces`: the version that the office has read; `seen`: fingerprint of what its preview showed, where there was
    one. Raises Missing, Wrong by field, or Refused when nothing has changed or somebody was quicker.
    """
    if problems := rules.why_not_correct(letter=letter, because=because):
        refuse(problems)
    async with writing():
        row = await LOCK_HANDOVER.value(number)
        found = await draft(number, letter=letter, because=because)
        if why_not := _why_not(found, replaces, seen):
            raise Refused(why_not)
        written = freezing.written(found.frozen)
        sha256 = freezing.fingerprint(written)
        if await ADD_CORRECTION.value(row, found.version, written, sha256, now(), actor) is None:
            raise Refused(WhyNot.REPLACED_MEANWHILE)
        announce("answers")
        await record(
            actor=actor, verb="corrected", subject_kind="handover", subject_number=number,
            version=found.version, sha256=sha256,
        )  # fmt: skip
    return found.version


def _why_not(found: Draft, replaces: int, seen: str) -> WhyNot | None:
    if found.version != replaces + 1:
        return WhyNot.REPLACED_MEANWHILE
    if not found.changes:
        return WhyNot.NO_CHANGE
    return WhyNot.CHANGED_SINCE_PREVIEW if seen and seen != found.seen else None
