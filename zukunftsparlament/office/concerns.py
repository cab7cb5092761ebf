"""The desk of the two who read concerns. The words are shown once, after the passphrase, and kept nowhere."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.exceptions import PermissionDeniedException
from litestar.params import FromPath

from zukunftsparlament.concerns import actions, keeping, queries
from zukunftsparlament.concerns.actions import Opened
from zukunftsparlament.concerns.rules import HandedOn
from zukunftsparlament.concerns.texts import HANDED_ON
from zukunftsparlament.kernel.forms import query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Refused, TooOften
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.people.access import Me, SignedIn, Typed, confirmed_office, office
from zukunftsparlament.people.actions import confirm_staff
from zukunftsparlament.people.controllers import address_of, pause

HOME = "/buero/sorgen"


class ConcernsController(Controller):
    path = HOME
    guards = [office]

    @get(name="concerns")
    async def show(self, request: AnyRequest, me: SignedIn) -> Response[Any]:
        if await queries.keeper(me.staff) is None and await queries.waiting_for(me.staff) is not None:
            return go_to("/buero/sorgen-lesen")  # a new passphrase needs a new yes
        await _must_keep(me)
        return await desk(me, done=query_form(request).text("erledigt"))

    @post(status_code=200)
    async def open(self, request: AnyRequest, me: SignedIn, form: Typed) -> Response[Any]:
        await _must_keep(me)
        passphrase = form.raw("passphrase")
        try:
            await confirm_staff(me.session, me.name, passphrase, form.text("totp"), address=address_of(request))
            opened = await actions.open_all(me.staff or 0, passphrase)
        except Refused as refused:
            return await desk(me, status=422, wrong=sentence(refused.reason))
        except TooOften as error:
            return await desk(me, status=429, wrong=pause(error.seconds))
        return await desk(me, opened=opened)

    @post("/{token:str}/weitergabe", guards=[confirmed_office], status_code=303, name="concerns.hand_on")
    async def hand_on(self, token: FromPath[str], me: SignedIn, form: Typed) -> Response[Any]:
        await _must_keep(me)
        if form.text("to") not in set(HandedOn):
            return await desk(me, status=422, wrong=_("Wählen Sie, was damit geschehen ist."))
        is_ours = await actions.hand_on(token, HandedOn(form.text("to")), actor=me.actor)
        return go_to(f"{HOME}?erledigt={'ja' if is_ours else 'schon'}")


class KeeperController(Controller):
    path = "/buero/sorgen-lesen"
    guards = [office]

    @get(name="keepers")
    async def show(self, me: SignedIn) -> Response[str]:
        return await keepers_page(me)

    @post(status_code=303)
    async def become(self, request: AnyRequest, me: SignedIn, form: Typed) -> Response[Any]:
        passphrase = form.raw("passphrase")
        try:
            await confirm_staff(me.session, me.name, passphrase, form.text("totp"), address=address_of(request))
            await keeping.become_keeper(me.staff or 0, passphrase, actor=me.actor)
        except Refused as refused:
            return await keepers_page(me, status=422, wrong=sentence(refused.reason))
        except TooOften as error:
            return await keepers_page(me, status=429, wrong=pause(error.seconds))
        return go_to("/buero/sorgen-lesen")

    @post("/abgabe", guards=[confirmed_office], status_code=303, name="keepers.leave")
    async def leave(self, me: SignedIn) -> Response[Any]:
        try:
            await keeping.step_back(me.staff or 0, actor=me.actor)
        except Refused as refused:
            return await keepers_page(me, status=409, wrong=sentence(refused.reason))
        return go_to("/buero/sorgen-lesen")


async def _must_keep(me: Me) -> None:
    """Nobody else in the office either."""
    if await queries.keeper(me.staff) is None:
        raise PermissionDeniedException


async def desk(
    me: Me, *, status: int = 200, opened: list[Opened] | None = None, wrong: str = "", done: str = ""
) -> Response[str]:
    return page(
        "office/concerns.html",
        status=status,
        opened=opened,
        waiting=await queries.how_many(),
        ways=[[code.value, _(text)] for code, text in HANDED_ON.items()],
        months=await queries.months(),
        wrong=wrong,
        done=done,
        **await queries.contacts(),
    )


async def keepers_page(me: Me, *, status: int = 200, wrong: str = "") -> Response[str]:
    keepers = await queries.keepers()
    return page(
        "office/keepers.html",
        status=status,
        keepers=keepers,
        is_one=any(keeper.staff == me.staff for keeper in keepers),
        wrong=wrong,
    )
