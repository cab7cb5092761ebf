"""Choosing a pseudonym: one of five that are offered, at once, or one's own, which somebody reads first."""

from typing import Any

from litestar import Controller, Response, get, post

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.people import names, own_names
from zukunftsparlament.people.access import SignedIn, Typed, has_card
from zukunftsparlament.people.pseudonyms import LONGEST
from zukunftsparlament.proposals import guard


class NameController(Controller):
    path = "/meins/name"
    guards = [has_card]

    @get(name="mine.name")
    async def show(self, me: SignedIn) -> Response[str]:
        return await offer(me.card, Form())

    @post(status_code=303)
    async def choose(self, form: Typed, me: SignedIn) -> Response[Any]:
        try:
            await names.choose_name(me.card, form.text("name"))
        except Refused as refused:
            return await offer(me.card, form, status=409, problems={"name": sentence(refused.reason)})
        return go_to("/meins")

    @post("/eigener", status_code=303, name="mine.own_name")
    async def ask(self, form: Typed, me: SignedIn) -> Response[Any]:
        typed = form.raw("own")
        try:
            await own_names.ask_for(me.card, typed, is_flagged=bool(guard.flags(typed[: own_names.TYPED])))
        except Refused as refused:
            return await offer(me.card, form, status=409, problems={"own": sentence(refused.reason)})
        return go_to("/meins/name")

    @post("/eigener/ruecknahme", status_code=303, name="mine.own_name.back")
    async def take_back(self, me: SignedIn) -> Response[Any]:
        await own_names.take_back(me.card)
        return go_to("/meins/name")


async def offer(member: int, form: Form, *, status: int = 200, problems: dict[str, str] | None = None) -> Response[str]:
    return page(
        "mine/name.html",
        status=status,
        form=form,
        problems=problems or {},
        offered=await names.offered(),
        waiting=await own_names.waiting_name_of(member),
        limit=LONGEST,
    )
