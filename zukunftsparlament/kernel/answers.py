"""What people see when the answer is no. One calm page each, in plain words."""

import logging
from typing import Any

from litestar import Request, Response
from litestar.exceptions import (
    HTTPException,
    MethodNotAllowedException,
    NotFoundException,
    PermissionDeniedException,
)

from zukunftsparlament.kernel import pages
from zukunftsparlament.kernel.database import STORE_ERRORS
from zukunftsparlament.kernel.refusals import Missing, Refused, TooOften
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.kernel.visit import visit

log = logging.getLogger("zukunftsparlament")
AnyRequest = Request[Any, Any, Any]


def missing(request: AnyRequest, error: Exception) -> Response[str]:
    reason = error.reason if isinstance(error, Missing) else None
    return pages.page("errors/missing.html", status=404, why=sentence(reason) if reason else "")


def refused(request: AnyRequest, error: Refused) -> Response[str]:
    return pages.page("errors/refused.html", status=409, why=sentence(error.reason))


def too_often(request: AnyRequest, error: TooOften) -> Response[str]:
    answer = pages.page("errors/too_often.html", status=429, seconds=error.seconds)
    answer.headers["Retry-After"] = str(error.seconds)
    return answer


def forbidden(request: AnyRequest, error: Exception) -> Response[str]:
    me = visit.get().me
    if me is not None and me.is_staff:
        return pages.page("errors/forbidden.html", status=403, why=_("Dafür braucht man eine Karte."))
    return pages.page("errors/forbidden.html", status=403, why=_("Diesen Bereich benutzen andere."))


def store_away(request: AnyRequest, error: Exception) -> Response[str]:
    """The store is away, full or locked. Whatever was typed stays on the phone: nothing was saved or lost."""
    log.error("store: %s: %s", type(error).__name__, error)
    answer = pages.page("errors/store_away.html", status=503)
    answer.headers["Retry-After"] = "10"
    return answer


def not_understood(request: AnyRequest, error: HTTPException) -> Response[str]:
    return pages.page("errors/not_understood.html", status=error.status_code)


def our_bug(request: AnyRequest, error: Exception) -> Response[str]:
    """The address is logged by its route, never the form: it may hold a child's words or a ballot."""
    log.error("bug at %s", request.scope.get("path_template", "?"), exc_info=error)
    return pages.page("errors/our_bug.html", status=500)


HANDLERS: dict[Any, Any] = {
    Missing: missing,
    NotFoundException: missing,
    MethodNotAllowedException: missing,
    Refused: refused,
    TooOften: too_often,
    PermissionDeniedException: forbidden,
    HTTPException: not_understood,
    **dict.fromkeys(STORE_ERRORS, store_away),
    Exception: our_bug,
}


async def cross_site(scope: Any, receive: Any, send: Any) -> None:
    """Answers a request that another site, or no site at all, has sent in somebody's name."""
    why = _("Diese Anfrage kam von einer anderen Seite. Öffne die Seite neu und tippe dort noch einmal.")
    answer = pages.page("errors/forbidden.html", status=403, why=why)
    await answer.to_asgi_response(None, Request(scope))(scope, receive, send)


async def last_resort(scope: Any, receive: Any, send: Any) -> None:
    """Answers what stopped the program before it could answer itself."""
    answer = pages.page("errors/our_bug.html", status=500)
    await answer.to_asgi_response(None, Request(scope))(scope, receive, send)
