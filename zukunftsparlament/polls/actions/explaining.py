"""A question that is not understood, and what those who lead say then.

That somebody did not understand is a number and nothing else: who it was is stored nowhere. One person counts once, as
far as this process remembers; it remembers a fingerprint under a key of its own that never leaves its memory.
"""

import hmac
import json
import secrets
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.polls import queries, rules
from zukunftsparlament.polls.actions.guarding import problems_in
from zukunftsparlament.polls.actions.leading import note, poll_to_lead
from zukunftsparlament.polls.published import sha256

UNCLEAR = Sql(
    "INSERT INTO poll_explanation (poll, unclear, text) VALUES ($1, 1, '') "
    "ON CONFLICT (poll) DO UPDATE SET unclear = poll_explanation.unclear + 1 RETURNING unclear"
)
EXPLAIN = Sql(
    "INSERT INTO poll_explanation (poll, unclear, text, written_at, earlier) VALUES ($1, 0, $2, $3, $4) "
    "ON CONFLICT (poll) DO UPDATE "
    "SET text = excluded.text, written_at = excluded.written_at, earlier = excluded.earlier"
)
WRITTEN = Sql("SELECT text, written_at, earlier FROM poll_explanation WHERE poll = $1")
MOST_REMEMBERED = 10_000

_key = secrets.token_bytes(32)
_said: OrderedDict[bytes, None] = OrderedDict()


async def say_unclear(number: int, member: int | None) -> None:
    """A second tap of the same person changes nothing."""
    place = hmac.digest(_key, f"{number} {member}".encode(), "sha256")
    async with writing():
        poll = await queries.poll_for_casting(number)
        on_roll = (await queries.place_of(member, poll)).on_roll
        if why_not := rules.why_not_say_unclear(state=poll.state, on_roll=on_roll):
            raise Refused(why_not)
        if place in _said:
            return
        with _remembered(place):  # before anything is waited for: taps at once must not all find the place empty
            unclear = int(await UNCLEAR.value(poll.id))
        if rules.shown_unclear(unclear):
            announce(*poll.rooms)


@contextmanager
def _remembered(place: bytes) -> Iterator[None]:
    """Forgotten again where the store does not take it."""
    _said[place] = None
    if len(_said) > MOST_REMEMBERED:
        _said.popitem(last=False)
    taken = False
    try:
        yield
        taken = True
    finally:
        if not taken:
            _said.pop(place, None)


def forget_who_said_so() -> None:
    """For tests."""
    _said.clear()


async def explain_poll(number: int, text: str, *, actor: str) -> None:
    """Beside the question, for all. The question itself stays as it is, and so does what was said before."""
    async with writing():
        poll, _sitting = await poll_to_lead(number, actor, also_office=True)
        why_not = rules.why_not_explain(state=poll.state, text=text)
        if why_not is rules.WhyNotAsk.TOO_LATE_TO_EXPLAIN:
            raise Refused(why_not)
        problems = {"text": sentence(why_not)} if why_not else {}
        if problems := problems_in({"text": text}, actor=actor) | problems:
            raise Wrong(problems)
        before = await WRITTEN.row(poll.id)
        if before and before["text"] == text.strip():
            return  # a second tap
        await EXPLAIN.rows(poll.id, text.strip(), now(), _earlier(before))
        announce(*poll.rooms)
        fingerprint = sha256(text.strip().encode())
        await note(number, actor=actor, verb="explain_poll", explanation=fingerprint)


def _earlier(row: Row | None) -> str:
    """What has been told so far: whoever voted under it must be able to read it again."""
    if row is None:
        return "[]"
    told = json.loads(row["earlier"])
    if row["text"]:
        told.append({"text": row["text"], "at": row["written_at"].astimezone(UTC).isoformat()})
    return json.dumps(told, ensure_ascii=False)
