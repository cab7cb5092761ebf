"""How somebody wants to see the pages: language and size of the letters, kept in cookies until they change them."""

from typing import Any

from litestar import Controller, Response, post

from zukunftsparlament.kernel.pages import go_to
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.texts import LANGUAGES
from zukunftsparlament.kernel.visit import LANGUAGE_COOKIE, SIZE_COOKIE
from zukunftsparlament.people.access import Typed, public
from zukunftsparlament.people.pending import is_local

CHOICES = {"language": (LANGUAGE_COOKIE, LANGUAGES), "text_size": (SIZE_COOKIE, ("1", "2", "3"))}
A_YEAR = 365 * 24 * 3600


class ViewController(Controller):
    guards = [public]

    @post("/ansicht", status_code=303, name="view")
    async def change(self, form: Typed) -> Response[Any]:
        then = form.text("then")
        answer: Response[Any] = go_to(then if is_local(then) else "/")
        for field, (cookie, known) in CHOICES.items():
            if (chosen := form.text(field)) in known:
                answer.set_cookie(
                    cookie, chosen, path="/", max_age=A_YEAR, secure=settings().is_https, httponly=True, samesite="lax"
                )
        return answer
