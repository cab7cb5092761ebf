"""How somebody wants to see the pages: the size of the letters, kept in a cookie until they change it."""

from typing import Any

from litestar import Controller, Response, post

from zukunftsparlament.kernel.pages import go_to
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.people.access import Typed, public
from zukunftsparlament.people.pending import is_local

SIZE_COOKIE = "zp_size"
SIZES = ("1", "2", "3")
A_YEAR = 365 * 24 * 3600


class ViewController(Controller):
    guards = [public]

    @post("/ansicht", status_code=303, name="view")
    async def change(self, form: Typed) -> Response[Any]:
        then = form.text("then")
        answer: Response[Any] = go_to(then if is_local(then) else "/")
        if form.text("text_size") in SIZES:
            answer.set_cookie(
                SIZE_COOKIE,
                form.text("text_size"),
                path="/",
                max_age=A_YEAR,
                secure=settings().is_https,
                httponly=True,
                samesite="lax",
            )
        return answer
