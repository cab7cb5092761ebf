"""Signing out, here or everywhere."""

from typing import Any

from litestar import Controller, Response, post

from zukunftsparlament.kernel.doorman import SESSION_COOKIE
from zukunftsparlament.kernel.pages import go_to
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people import actions
from zukunftsparlament.people.access import SignedIn, signed_in


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


def goodbye() -> Response[Any]:
    answer: Response[Any] = go_to("/")
    answer.delete_cookie(SESSION_COOKIE, path="/")
    answer.cookies[-1].secure = True
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer
