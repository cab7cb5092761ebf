"""What those who lead choose after a tie."""

from typing import Any

from litestar import Controller, Response, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import page
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.people.access import SignedIn, Typed, leads
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.actions import Chosen
from zukunftsparlament.polls.controllers.leading import back_to
from zukunftsparlament.polls.rules import Way, WhyNotSettle, cents_in
from zukunftsparlament.polls.tie_shown import tie_shown


class TieController(Controller):
    path = "/abstimmungen/{number:int}/gleichstand"
    guards = [leads]

    @post(name="poll.settle", status_code=303)
    async def settle(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        try:
            chosen = chosen_in(form)
            later = await actions.settle_tie(number, chosen, actor=me.actor)
        except Wrong as wrong:
            return await self._form(number, form, wrong.problems)
        return await back_to(later)

    @post("/los", name="poll.draw", status_code=303)
    async def draw(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        try:
            await actions.draw_lot(number, form.text("word"), actor=me.actor)
        except Wrong as wrong:
            return await self._form(number, form, wrong.problems)
        return await back_to(number)

    async def _form(self, number: int, form: Form, problems: dict[str, str]) -> Response[str]:
        counted = await queries.published_poll(number)
        tie = tie_shown(await queries.tie_of(counted))
        return page("polls/tie.html", status=422, poll=counted.poll, tie=tie, form=form, problems=problems)


def chosen_in(form: Form) -> Chosen:
    """Raises Refused for a way that does not exist, Wrong for an amount that cannot be read."""
    try:
        way = Way(form.text("way"))
    except ValueError:
        raise Refused(WhyNotSettle.WAY_NOT_OFFERED) from None
    try:
        amount = cents_in(form.text("amount")) if form.text("amount") else 0
    except ValueError:
        raise Wrong({"amount": sentence(WhyNotSettle.AMOUNT_NOT_READABLE)}) from None
    return Chosen(way=way, picked=form.all("picked"), reason=form.text("why"), amount=amount)
