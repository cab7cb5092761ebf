""" "Die Idee ist von jemand anderem": a young person has only written it down."""

from typing import Any

from litestar import Controller, Response, post
from litestar.params import FromPath

from zukunftsparlament.kernel.pages import go_to
from zukunftsparlament.people.access import SignedIn, Typed, has_card
from zukunftsparlament.proposals.actions.writing_down import mark_written_down


class WritingDownController(Controller):
    path = "/entwuerfe/{token:str}/aufgeschrieben"
    guards = [has_card]

    @post(name="draft.written_down", status_code=303)
    async def mark(self, token: FromPath[str], me: SignedIn, form: Typed) -> Response[Any]:
        await mark_written_down(token, me.card, for_somebody=form.text("for_somebody") == "yes")
        return go_to(f"/entwuerfe/{token}")
