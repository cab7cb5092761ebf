"""Choosing a pseudonym: one of five that are offered, as often as one likes."""

from typing import Any

from litestar import Controller, Response, get, post

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.people import names
from zukunftsparlament.people.access import SignedIn, Typed, has_card


class NameController(Controller):
    path = "/meins/name"
    guards = [has_card]

    @get(name="mine.name")
    async def show(self) -> Response[str]:
        return await offer(Form())

    @post(status_code=303)
    async def choose(self, form: Typed, me: SignedIn) -> Response[Any]:
        try:
            await names.choose_name(me.card, form.text("name"))
        except Refused as refused:
            return await offer(form, status=409, problems={"name": sentence(refused.reason)})
        return go_to("/meins")


async def offer(form: Form, *, status: int = 200, problems: dict[str, str] | None = None) -> Response[str]:
    offered = await names.offered()
    return page("mine/name.html", status=status, form=form, problems=problems or {}, offered=offered)
