"""Who is at the door, and which doors are open to them. Rights are read anew at every request."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.di import NamedDependency
from litestar.exceptions import PermissionDeniedException
from litestar.handlers import BaseRouteHandler

from zukunftsparlament.kernel import answers
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import STORE_ERRORS
from zukunftsparlament.kernel.doorman import SESSION_COOKIE
from zukunftsparlament.kernel.forms import Form, read_form
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people import queries, rules
from zukunftsparlament.people.secrets import digest

NOTE_SEEN = Sql("UPDATE session SET seen_at = $2 WHERE id = $1")
Connection: TypeAlias = ASGIConnection[Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Me:
    """Who is signed in: a young person (`member`) or somebody of the office (`staff`), never both."""

    session: int
    member: int | None
    staff: int | None
    name: str
    role: str
    school: int | None
    seat: int | None
    premoderated_until: str | None
    own_device: bool
    confirmed_at: datetime | None

    @property
    def is_staff(self) -> bool:
        return self.staff is not None

    @property
    def leads(self) -> bool:
        return self.role in ("chair", "office")

    @property
    def moderates(self) -> bool:
        return self.role in ("moderator", "office")

    @property
    def actor(self) -> str:
        """How the journal names this person: never a young person's name."""
        if self.is_staff:
            return f"office:{self.name}"
        return f"chair:{self.seat or 0}" if self.role == "chair" else self.role

    @property
    def card(self) -> int:
        """The row id of the young person. Only behind the guard `has_card`."""
        if self.member is None:
            raise PermissionDeniedException
        return self.member


SignedIn: TypeAlias = NamedDependency[Me]
Typed: TypeAlias = NamedDependency[Form]


class NotSignedIn(Exception):
    """Nobody is signed in. `form` is what was about to be done (None for a GET)."""

    def __init__(self, address: str, form: Form | None) -> None:
        super().__init__(address)
        self.address, self.form = address, form


async def who_is(token: str) -> Me | None:
    row = await queries.session_of(digest(token))
    if row is None or (row.name is None and row.staff is None) or row.ended_at is not None:
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
    if visit.get().path.endswith("/stimme"):
        return  # it would be a clock of votes
    if rules.is_worth_noting(row.seen_at, own_device=row.own_device, now=now()):
        await NOTE_SEEN.rows(row.session, now())


class Sessions:
    """Between the doorman and the pages: reads the session cookie, once a request."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        token = visit.get().cookies.get(SESSION_COOKIE) if scope["type"] == "http" else None
        if token and scope["path"] != "/healthz":
            try:
                visit.get().me = await who_is(token)
            except STORE_ERRORS as error:
                answer = answers.store_away(Request(scope), error)
                await answer.to_asgi_response(None, Request(scope))(scope, receive, send)
                return
        await self.app(scope, receive, send)


def whoever() -> Me | None:
    me = visit.get().me
    return me if isinstance(me, Me) else None


async def provide_me() -> Me:
    me = whoever()
    if me is None:
        raise PermissionDeniedException
    return me


async def signed_in(connection: Connection, _: BaseRouteHandler) -> None:
    if whoever() is not None:
        return
    form = None
    if connection.scope.get("method") not in ("GET", "HEAD"):
        form = await read_form(Request(connection.scope, connection.receive))
    raise NotSignedIn(visit.get().here, form)


def _only(may: Callable[[Me], bool], name: str) -> Any:
    async def guard(connection: Connection, handler: BaseRouteHandler) -> None:
        await signed_in(connection, handler)
        me = whoever()
        if me is None or not may(me):
            raise PermissionDeniedException

    guard.__name__ = name
    return guard


has_card = _only(lambda me: me.member is not None, "has_card")
leads = _only(lambda me: me.leads, "leads")
moderates = _only(lambda me: me.moderates, "moderates")
office = _only(lambda me: me.role == "office", "office")


async def public(connection: Connection, handler: BaseRouteHandler) -> None:
    """For routes that are open to everybody, so that each route names its guard."""
