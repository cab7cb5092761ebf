"""Saying that the minutes are right. With the last of those who must they are public."""

from dataclasses import dataclass

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes import rules
from zukunftsparlament.minutes.drafting import Draft, draft
from zukunftsparlament.minutes.queries import standing, versions
from zukunftsparlament.minutes.queries.confirming import approving
from zukunftsparlament.minutes.rules import WhyNot
from zukunftsparlament.people.telling import has_been_done
from zukunftsparlament.procedure.rules import ConfirmedBy
from zukunftsparlament.proposals.actions import record_step
from zukunftsparlament.sittings.actions import must_lead
from zukunftsparlament.sittings.queries import Sitting, sitting_for_changing

ADD = Sql(
    "INSERT INTO minutes (sitting, version, made_at, made_by, reason, content, sha256) "
    "VALUES ($1, $2, $3, $4, '', $5, $6) RETURNING id"
)
FREEZE_ANEW = Sql("UPDATE minutes SET content = $2, sha256 = $3 WHERE id = $1 AND public_at IS NULL")
FORGET_CONFIRMED = Sql("DELETE FROM minutes_confirmation WHERE minutes = $1")
CONFIRM = Sql(
    "INSERT INTO minutes_confirmation (minutes, actor, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id"
)
PUBLISH = Sql("UPDATE minutes SET public_at = $2 WHERE id = $1 AND public_at IS NULL")


@dataclass(frozen=True, slots=True)
class Who:
    """Whoever taps. `actor` as in the journal; `member`: row id of a young person."""

    actor: str
    member: int | None


async def confirm(number: int, *, seen: str, who: Who) -> bool:
    """`seen`: fingerprint of what was on the screen. True once the minutes are public.

    Raises Refused when they say something else by now, or when it is not for `who` to confirm them.
    """
    async with writing():
        sitting = await sitting_for_changing(number)
        if any(one.is_public and one.sha256 == seen for one in await versions(sitting.id)):
            return True  # the second tap of whoever was the last
        found = await draft(sitting, for_changing=True)
        if why_not := _why_not(sitting, found, seen):
            raise Refused(why_not)
        by = await _as_whom(sitting, found, who)
        row = await _frozen(sitting, found, who.actor)
        if not await CONFIRM.rows(row, by, now()):
            return False
        is_public = await _write_down(sitting, found, row, by=by, actor=who.actor)
        if is_public or who.member is not None:
            left = None if is_public else who.member
            await has_been_done("minutes_wait", address=f"{sitting.address}/protokoll", member=left)
        return is_public


def _why_not(sitting: Sitting, found: Draft, seen: str) -> WhyNot | None:
    return rules.why_not_confirm(
        is_over=sitting.times.closed_at is not None,
        is_rehearsal=sitting.is_rehearsal,
        votes_wait=found.record.votes_wait,
        is_public=not found.is_wanted,
        seen=seen,
        sha256=found.sha256,
    )


async def _write_down(sitting: Sitting, found: Draft, row: int, *, by: str, actor: str) -> bool:
    """Public, if that was the last confirmation that was missing."""
    now_confirmed = next(one for one in await versions(sitting.id) if one.id == row)
    is_public = standing(found.record, now_confirmed).is_enough
    if is_public:
        await _publish(sitting, found, row)
    announce(sitting.room, "sittings")
    for verb in ("minutes_confirmed", "minutes_published")[: 1 + is_public]:
        await record(
            actor=actor, verb=verb, subject_kind="sitting", subject_number=sitting.number,
            by=by, version=found.version, sha256=found.sha256,
        )  # fmt: skip
    return is_public


async def _as_whom(sitting: Sitting, found: Draft, who: Who) -> str:
    """What is written down as the one who confirmed. Raises Refused for everybody who has no say in it."""
    stands = standing(found.record, found.row)
    if stands.rule is ConfirmedBy.NEXT_SITTING:
        await must_lead(who.actor)
        later = await approving(sitting)
        if later is None:
            raise Refused(WhyNot.NEXT_SITTING_CONFIRMS)
        return f"sitting:{later}"
    for keeper in stands.may:
        if keeper.member == who.member:
            return keeper.actor
    if any(keeper.member == who.member for keeper in stands.instead):
        return who.actor
    if (stands.office_instead or not stands.may) and who.actor.startswith("office:"):
        return who.actor
    raise Refused(WhyNot.NOT_YOURS_TO_CONFIRM)


async def _frozen(sitting: Sitting, found: Draft, actor: str) -> int:
    """The row with exactly this content. Confirmations of another content do not count for it."""
    if found.row is None:
        return int(await ADD.value(sitting.id, found.version, now(), actor, found.written, found.sha256))
    if not found.is_frozen:
        await FREEZE_ANEW.rows(found.row.id, found.written, found.sha256)
        await FORGET_CONFIRMED.rows(found.row.id)
    return found.row.id


async def _publish(sitting: Sitting, found: Draft, row: int) -> None:
    await PUBLISH.rows(row, now())
    if found.public is not None:
        return
    told = {item["number"]: item for item in found.content["items"] if item["public"]}
    for item in found.record.agenda:
        votes = told[item.number]["votes"] if item.number in told else []
        decided = [vote["decision"] for vote in votes if "decision" in vote]
        if item.proposal is not None and decided:
            await record_step(item.proposal, "in_minutes", minutes_of=sitting.number, decision=decided[-1])
