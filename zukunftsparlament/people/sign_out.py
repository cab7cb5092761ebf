"""Signing out: here, on another device, everywhere but here, or everywhere."""

from typing import Any

from litestar import Controller, Response, post
from litestar.params import FromPath

from zukunftsparlament.kernel.doorman import SESSION_COOKIE
from zukunftsparlament.kernel.pages import go_to
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people import actions, devices
from zukunftsparlament.people.access import Me, SignedIn, signed_in


class SignOutController(Controller):
    guards = [signed_in]

    @post("/abmeldung", status_code=303, name="sign_out")
    async def here(self) -> Response[Any]:
        await actions.sign_out(visit.get().cookies[SESSION_COOKIE])
        return goodbye()

    @post("/abmeldung/ueberall", status_code=303, name="sign_out.everywhere")
    async def everywhere(self, me: SignedIn) -> Response[Any]:
        await actions.sign_out_everywhere(member=me.member, staff=me.staff)
        return goodbye()

    @post("/abmeldung/andere", status_code=303, name="sign_out.elsewhere")
    async def elsewhere(self, me: SignedIn) -> Response[Any]:
        await devices.sign_out_elsewhere(me=me)
        return go_to(devices_page(me))

    @post("/abmeldung/geraet/{mark:str}", status_code=303, name="sign_out.there")
    async def there(self, mark: FromPath[str], me: SignedIn) -> Response[Any]:
        await devices.sign_out_there(mark, me=me)
        return go_to(devices_page(me))


def devices_page(me: Me) -> str:
    return "/buero/anmeldungen" if me.is_staff else "/meins#karte"


def goodbye(address: str = "/") -> Response[Any]:
    answer: Response[Any] = go_to(address)
    answer.delete_cookie(SESSION_COOKIE, path="/")
    answer.cookies[-1].secure = True
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer
