"""Minutes that are public are never changed: a new version takes their place once it is confirmed too."""

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes import rules
from zukunftsparlament.minutes.drafting import corrected, draft
from zukunftsparlament.minutes.queries import standing
from zukunftsparlament.minutes.rules.correcting import why_not_reason
from zukunftsparlament.people.actions import tell
from zukunftsparlament.sittings.queries import sitting_for_changing

ADD = Sql(
    "INSERT INTO minutes (sitting, version, made_at, made_by, reason, content, sha256) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)"
)


async def correct(number: int, reason: str, *, actor: str) -> None:
    """Begin a new version, with what has been corrected since. One is being confirmed already: that one it is."""
    if why_not := why_not_reason(reason):
        raise Wrong({"reason": sentence(why_not)})
    async with writing():
        sitting = await sitting_for_changing(number)
        found = await draft(sitting, for_changing=True)
        if found.public is not None and found.row is not None:
            return
        if nothing := rules.why_not_correct(is_public=found.public is not None, same=found.is_same):
            raise Refused(nothing)
        new = corrected(found, reason.strip())
        await ADD.rows(sitting.id, new.version, now(), actor, reason.strip(), new.written, new.sha256)
        waits_for = [keeper.member for keeper in standing(found.record, None).may]
        await tell(waits_for, "minutes_wait", address=f"{sitting.address}/protokoll", number=number)
        announce(sitting.room, "sittings")
        await record(
            actor=actor, verb="minutes_corrected", subject_kind="sitting", subject_number=number,
            version=new.version, sha256=new.sha256,
        )  # fmt: skip
