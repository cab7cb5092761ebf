"""Writing down what the body answers, and what has come true."""

from datetime import date
from typing import Any

from zukunftsparlament.handovers import minutes, queries, rules
from zukunftsparlament.handovers.refusals import refuse
from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now, today
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions import record_step

LOCK_DECISION = Sql("SELECT id FROM handed_decision WHERE id = $1 {for_update}")
NEWEST_ANSWER = Sql("SELECT answer, reason, next_date FROM answer WHERE decision = $1 ORDER BY id DESC LIMIT 1")
ADD_ANSWER = Sql(
    "INSERT INTO answer (decision, answer, reason, next_date, given_at, entered_by) VALUES ($1, $2, $3, $4, $5, $6)"
)
NEWEST_DONE = Sql("SELECT done_on, words FROM decision_done WHERE decision = $1 ORDER BY id DESC LIMIT 1")
ADD_DONE = Sql(
    "INSERT INTO decision_done (decision, done_on, words, entered_at, entered_by) VALUES ($1, $2, $3, $4, $5)"
)


async def enter_answer(
    handover: int, decision: int, *, answer: str, reason: str, next_date: date | None, actor: str
) -> None:
    """Write down what the body says to one decision. A later answer is added, and counts from then on.

    The answer that counts already, sent once more, changes nothing. Raises Missing, or Wrong by field.
    """
    found = await queries.decision(handover, decision)
    if problems := rules.why_not_answer(answer=answer, reason=reason, next_date=next_date, today=today()):
        refuse(problems)
    async with writing():
        await LOCK_DECISION.rows(found.id)
        if await NEWEST_ANSWER.row(found.id) == {"answer": answer, "reason": reason, "next_date": next_date}:
            return
        await ADD_ANSWER.rows(found.id, answer, reason, next_date, now(), actor)
        facts: dict[str, Any] = {"handover": handover, "body": found.body, "answer": answer, "reason": reason}
        if found.proposal is not None:
            await record_step(found.proposal, "answered", **facts, next_date=str(next_date))
        announce("answers", "proposals", f"handover-{handover}")
        await record(
            actor=actor, verb="answered", subject_kind="handover", subject_number=handover,
            decision=decision, answer=answer, sha256=minutes.of_answer(answer, reason, next_date),
        )  # fmt: skip


async def enter_done(handover: int, decision: int, *, done_on: date | None, words: str, actor: str) -> None:
    """What was decided has come true. Said anew, the newer words count; the same once more changes nothing.

    Raises Missing, Refused without an answer or for a void poll, or Wrong by field.
    """
    found = await queries.decision(handover, decision)
    problems = rules.why_not_words_of_done(
        done_on=done_on, words=words, handed_over=queries.local_day(found.made_at), today=today()
    )
    if problems:
        refuse(problems)
    async with writing():
        await LOCK_DECISION.rows(found.id)
        answered = await NEWEST_ANSWER.row(found.id) is not None
        if why_not := rules.why_not_done(answered=answered, is_void=await queries.is_void(found.id)):
            raise Refused(why_not)
        if await NEWEST_DONE.row(found.id) == {"done_on": done_on, "words": words}:
            return
        await ADD_DONE.rows(found.id, done_on, words, now(), actor)
        if found.proposal is not None:
            await record_step(found.proposal, "done", handover=handover, reason=words)
        announce("answers", "proposals")
        await record(
            actor=actor, verb="done", subject_kind="handover", subject_number=handover,
            decision=decision, sha256=minutes.of_done(done_on, words),
        )  # fmt: skip
