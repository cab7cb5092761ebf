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

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.forms import Form, read_form
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people import rules

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


class NotConfirmed(Exception):
    """Signed in, but passphrase and code were asked too long ago for this. `form` as in NotSignedIn."""

    def __init__(self, address: str, form: Form | None) -> None:
        super().__init__(address)
        self.address, self.form = address, form


async def confirmed_office(connection: Connection, handler: BaseRouteHandler) -> None:
    """For cards, exports, roles and deletion: the office, asked again within the last ten minutes."""
    await office(connection, handler)
    me = whoever()
    if me and rules.is_confirmed(me.confirmed_at, now=now()):
        return
    form = None
    if connection.scope.get("method") not in ("GET", "HEAD"):
        form = await read_form(Request(connection.scope, connection.receive))
    raise NotConfirmed(visit.get().here, form)


async def public(connection: Connection, handler: BaseRouteHandler) -> None:
    """For routes that are open to everybody, so that each route names its guard."""
