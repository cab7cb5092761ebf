"""Puts everything together; nobody imports it but the server."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from litestar import Litestar, Response, get
from litestar.di import Provide

from zukunftsparlament import __version__
from zukunftsparlament.clocks import clockwork
from zukunftsparlament.doors import DOORS
from zukunftsparlament.kernel import answers, database
from zukunftsparlament.kernel.between_servers import listening
from zukunftsparlament.kernel.doorman import Doorman
from zukunftsparlament.kernel.forms import read_form
from zukunftsparlament.kernel.hub import hub
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.access import NotConfirmed, NotSignedIn, provide_me, public
from zukunftsparlament.people.confirmation import ConfirmationController, ask_again
from zukunftsparlament.people.controllers import SignInController, ask_to_sign_in
from zukunftsparlament.people.sessions import Sessions
from zukunftsparlament.people.sign_out import SignOutController
from zukunftsparlament.people.staff_door import StaffDoor

MAX_FORM_BYTES = 1_000_000
STILL_THERE = Sql("SELECT count(*) FROM municipality")


@get("/healthz", guards=[public], opt={"exclude_from_auth": True})
async def healthz() -> Response[dict[str, Any]]:
    """For monitors: the program answers and its store does."""
    store = "sqlite" if settings().is_sqlite else "postgresql"
    told: dict[str, Any] = {"status": "ok", "store": store, "version": __version__}
    try:
        await STILL_THERE.value()
    except database.STORE_ERRORS as error:
        return Response({**told, "status": f"store away ({type(error).__name__})"}, status_code=503)
    return Response(told)


@asynccontextmanager
async def running(_: Litestar) -> AsyncIterator[None]:
    await database.start()
    async with listening(hub.publish, missed=hub.publish_all), clockwork():
        yield
    await database.stop()


def make() -> Any:
    litestar = Litestar(
        route_handlers=[healthz, SignInController, StaffDoor, SignOutController, ConfirmationController, *DOORS],
        dependencies={"me": Provide(provide_me), "form": Provide(read_form)},
        exception_handlers={**answers.HANDLERS, NotSignedIn: ask_to_sign_in, NotConfirmed: ask_again},
        lifespan=[running],
        openapi_config=None,
        request_max_body_size=MAX_FORM_BYTES,
        debug=False,
    )
    return Doorman(Sessions(litestar))


app = make()
