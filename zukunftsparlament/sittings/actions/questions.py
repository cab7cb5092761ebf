"""A question goes into the box, is read where it has to be, and is answered in writing."""

# ruff: noqa: S608  put together from constants of this file only

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import month, now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.access import Me
from zukunftsparlament.people.actions import tell
from zukunftsparlament.people.rules import is_premoderated
from zukunftsparlament.proposals import guard
from zukunftsparlament.proposals.actions.moderation import Moderator
from zukunftsparlament.proposals.rules import why_held
from zukunftsparlament.proposals.rules.moderation import Decision, why_not_moderate
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.queries.questions import Question, own_questions, question, was_here
from zukunftsparlament.sittings.rules.questions import why_not_ask
from zukunftsparlament.sittings.rules.room_words import RoomWhyNot

NEXT_MARK = Sql("SELECT coalesce(max(mark), 0) + 1 FROM boxed_question WHERE sitting = $1")
ASK = Sql(
    "INSERT INTO boxed_question (sitting, mark, item, member, text, asked_at, released_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)"
)
_BY_MARK = "WHERE sitting = $1 AND mark = $2"
RELEASE = Sql(f"UPDATE boxed_question SET released_at = $3 {_BY_MARK}")
# A question that is out already can still be taken away: then nobody can tell that it was there.
DECLINE = Sql(f"UPDATE boxed_question SET declined_at = $3, decline_reason = $4, released_at = NULL {_BY_MARK}")
ANSWER = Sql(f"UPDATE boxed_question SET answer = $3, answered_by = $4, answered_at = $5 {_BY_MARK}")
IS_SOMEBODY = Sql("SELECT id FROM member WHERE id = $1 AND role IS NOT NULL {for_share}")


async def ask(number: int, text: str, *, me: Me) -> bool:
    """Whether all can read it at once. The same text twice is one question. Raises Refused."""
    async with writing():
        sitting = await queries.sitting_for_changing(number)
        if not await IS_SOMEBODY.rows(me.card):
            raise Missing
        own = await own_questions(sitting.id, me.card)
        for one in own:
            if one.text == text:
                return one.released_at is not None
        closed_at, here = sitting.times.closed_at, await was_here(sitting.id, me.card)
        if why_not := why_not_ask(sitting.state, was_here=here, asked=len(own), closed_at=closed_at, now=now()):
            raise Refused(why_not)
        return await _put_in(sitting, text, me)


async def _put_in(sitting: Sitting, text: str, me: Me) -> bool:
    premoderated = is_premoderated(me.premoderated_until, month(now()))
    held = why_held(premoderated=premoderated, was_asked_back=False, flags=guard.flags(text))
    item, mark = await queries.running_item(sitting.id), int(await NEXT_MARK.value(sitting.id))
    at = now()
    await ASK.rows(sitting.id, mark, item.id if item else None, me.card, text, at, None if held else at)
    if not held:
        announce(sitting.room)
    return not held


async def decide_question(number: int, mark: int, decision: Decision, words: str, *, by: Moderator) -> bool:
    """Release or decline; `words` tell the author why. Whether this decision counts: of two at once the first does.

    Raises Missing, and Refused for one's own question.
    """
    async with writing():
        sitting, one = await _found(number, mark)
        if why_not := why_not_moderate(author=one.member, moderator=by.member):
            raise Refused(why_not)
        if not one.waits:
            return False
        await _carry_out(sitting, one, decision, words, actor=by.actor)
        return True


async def take_out(number: int, mark: int, words: str, *, actor: str) -> None:
    """The office takes away a question that all could read, with its answer. Taken away already: nothing happens."""
    async with writing():
        sitting, one = await _found(number, mark)
        if one.declined_at is None:
            await _carry_out(sitting, one, Decision.DECLINE, words, actor=actor)


async def _carry_out(sitting: Sitting, one: Question, decision: Decision, words: str, *, actor: str) -> None:
    was_out = one.released_at is not None
    if decision is Decision.RELEASE:
        await RELEASE.rows(sitting.id, one.mark, now())
    else:
        await DECLINE.rows(sitting.id, one.mark, now(), words)
    if was_out or decision is Decision.RELEASE:
        announce(sitting.room, "sittings")
    kind = "question_released" if decision is Decision.RELEASE else "question_declined"
    await _tell_author(sitting, one, kind, reason=words)
    if not sitting.is_rehearsal:
        known = sitting.number if was_out or decision is Decision.RELEASE else None
        await record(actor=actor, verb=decision.value, subject_kind="question", subject_number=known)


async def answer(number: int, mark: int, text: str, *, actor: str) -> None:
    """In writing, as it was promised. The first answer counts. Raises Refused."""
    async with writing():
        sitting, one = await _found(number, mark)
        if one.released_at is None:
            raise Missing
        if one.answered_at is not None:
            if one.answer == text:
                return
            raise Refused(RoomWhyNot.ALREADY_ANSWERED)
        await ANSWER.rows(sitting.id, mark, text, actor, now())
        announce(sitting.room, "sittings")
        await _tell_author(sitting, one, "question_answered")
        if not sitting.is_rehearsal:
            await record(actor=actor, verb="answer", subject_kind="question", subject_number=sitting.number)


async def _tell_author(sitting: Sitting, one: Question, kind: str, *, reason: str = "") -> None:
    """A rehearsal leaves nothing behind, so it tells nobody anything."""
    if one.member is None or sitting.is_rehearsal:
        return
    await tell([one.member], kind, address=f"{sitting.address}/fragen", reason=reason)


async def _found(number: int, mark: int) -> tuple[Sitting, Question]:
    return await queries.sitting_for_changing(number), await question(number, mark)
