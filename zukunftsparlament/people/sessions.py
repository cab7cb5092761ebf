"""Reading the session cookie.

Why our own sessions: Litestar's middleware keeps an id that an attacker chose before sign-in, revives
a session when a slow request ends after the sign-out, and stores a row for each anonymous visitor.
"""

import re
from typing import Any

from litestar import Request

from zukunftsparlament.kernel import answers
from zukunftsparlament.kernel.clock import month, now
from zukunftsparlament.kernel.database import STORE_ERRORS, last_questions
from zukunftsparlament.kernel.doorman import SESSION_COOKIE
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.visit import Visit, visit
from zukunftsparlament.people import queries, rules
from zukunftsparlament.people.access import Me, NotSignedIn
from zukunftsparlament.people.secrets import digest

# More digits than a whole number of a store holds, or a NUL: no address of ours, so the same 404 as any other.
NOT_OURS = re.compile(r"/\d{10,}(?![\w-])|\x00")
NOWHERE = "/-"

IS_STILL_HERE = Sql("SELECT id FROM member WHERE id = $1 AND role IS NOT NULL {for_share}")
NOTE_SEEN = Sql("UPDATE session SET seen_at = $2 WHERE id = $1")


async def who_is(token: str) -> Me | None:
    row = await queries.session_of(digest(token))
    if row is None or (row.name is None and row.staff is None) or row.ended_at is not None:
        return None
    if rules.has_left(row.delete_after, month(now())):
        return None
    is_staff = row.staff is not None
    times = rules.Times(started_at=row.started_at, seen_at=row.seen_at)
    if rules.is_over(times, own_device=row.own_device, staff=is_staff, now=now()):
        return None
    await _note_seen(row)
    return Me(
        session=row.session,
        member=row.member,
        staff=row.staff,
        name=(row.staff_name if is_staff else row.name) or "",
        role=(row.staff_role if is_staff else row.role) or "young",
        school=row.school,
        seat=row.seat,
        premoderated_until=row.premoderated_until,
        own_device=row.own_device,
        confirmed_at=row.confirmed_at,
    )


async def _note_seen(row: queries.SessionRow) -> None:
    current = visit.get()
    if _is_secret(current) or current.wants_fragment:
        return  # it would be a clock of votes and concerns; a page that asks for news by itself is nobody's visit
    if rules.is_worth_noting(row.seen_at, own_device=row.own_device, now=now()):
        await NOTE_SEEN.rows(row.session, now())


async def must_still_be_here() -> None:
    """Before every commit: who was deleted while this request was under way writes nothing any more.

    A vote asks not: it stays in any case, and locking the voter's row would leave a trace of its time.
    """
    current = visit.get(None)
    if current is None or not isinstance(me := current.me, Me) or me.member is None or _is_secret(current):
        return
    if not await IS_STILL_HERE.rows(me.member):
        current.me = None
        raise NotSignedIn(current.here, None if current.method == "GET" else Form())


def _is_secret(current: Visit) -> bool:
    """A vote, or a concern: nobody may read off the store when somebody was here for it."""
    return current.path.rstrip("/").endswith(("/stimme", "/sorge"))


last_questions.append(must_still_be_here)


class Sessions:
    """Between the doorman and the pages: reads the session cookie, once a request."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and NOT_OURS.search(scope["path"]):
            scope = {**scope, "path": NOWHERE, "raw_path": NOWHERE.encode()}
        token = visit.get().cookies.get(SESSION_COOKIE) if scope["type"] == "http" else None
        if token and scope["path"] != "/healthz":
            try:
                visit.get().me = await who_is(token)
            except STORE_ERRORS as error:
                answer = answers.store_away(Request(scope), error)
                await answer.to_asgi_response(None, Request(scope))(scope, receive, send)
                return
        await self.app(scope, receive, send)
