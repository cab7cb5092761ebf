"""Handing results over."""

import json
from typing import Any

from zukunftsparlament.handovers import freezing
from zukunftsparlament.handovers.packing import Parcel, Wish, pack
from zukunftsparlament.handovers.rules import WhyNot
from zukunftsparlament.journal.actions import next_number, record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import record_step

ADD_HANDOVER = Sql(
    "INSERT INTO handover (number, body, made_at, made_by, answer_by, frozen, sha256) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id"
)
ADD_DECISION = Sql("INSERT INTO handed_decision (handover, number, poll, proposal, choice) VALUES ($1, $2, $3, $4, $5)")
OF_BODY = Sql(
    "SELECT h.number, h.answer_by, h.frozen FROM handover h JOIN body b ON b.id = h.body "
    "WHERE $1 IN (b.short, b.name) AND h.made_by = $2 ORDER BY h.number DESC LIMIT 5"
)
LOCK_POLL = Sql("SELECT id FROM poll WHERE number = $1 {for_share}")


async def hand_over(wish: Wish, *, actor: str) -> int:
    """Freeze the results and give them a number. Authors and backers are told. Returns the number.

    A second tap is no second hand-over: it gets the number of the first.
    """
    try:
        return await _hand_over(wish, actor)
    except Refused as refused:
        if refused.reason is WhyNot.HANDED_OVER_ALREADY and (done := await _done_before(wish, actor)):
            return done
        raise


async def _done_before(wish: Wish, actor: str) -> int | None:
    """The hand-over that somebody has made who saw the very same: same decisions, letter, body and day."""
    for row in await OF_BODY.rows(wish.body, actor):
        frozen = json.loads(row["frozen"])
        same = (row["answer_by"], frozen.get("letter", "")) == (wish.answer_by, wish.letter.strip() and wish.letter)
        if same and wish.seen == freezing.seen(frozen):
            return int(row["number"])
    return None


async def _hand_over(wish: Wish, actor: str) -> int:
    async with writing():
        number = await next_number("handover")  # its row stays locked: a second tap waits here, then sees the first
        for poll_number in sorted(set(wish.polls)):
            await LOCK_POLL.rows(poll_number)  # nobody voids what is being handed over
        parcel = await pack(wish)
        if wish.seen and wish.seen != parcel.seen:
            raise Refused(WhyNot.CHANGED_SINCE_PREVIEW)
        written = freezing.written(parcel.frozen(number))
        sha256 = freezing.fingerprint(written)
        row = (number, parcel.body.id, now(), actor, parcel.answer_by, written, sha256)
        handover = int(await ADD_HANDOVER.value(*row))
        for place, (poll, matter) in enumerate(zip(parcel.polls, parcel.matters, strict=True), start=1):
            await ADD_DECISION.rows(handover, place, poll.id, poll.proposal, matter.choice)
        await _say_handed_over(parcel, number)
        await record(
            actor=actor, verb="handed_over", subject_kind="handover", subject_number=number,
            sha256=sha256, body=parcel.body.short, polls=[poll.number for poll in parcel.polls],
        )  # fmt: skip
    return number


async def _say_handed_over(parcel: Parcel, number: int) -> None:
    facts: dict[str, Any] = {"handover": number, "body": parcel.body.short, "answer_by": parcel.answer_by.isoformat()}
    for proposal in dict.fromkeys(poll.proposal for poll in parcel.polls if poll.proposal is not None):
        await record_step(proposal, "handed_over", **facts)
    announce("answers", "proposals")
