"""The desk of the parliament's money: how much there is, where it went, what comes back."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Wrong
from zukunftsparlament.people.access import SignedIn, Typed, office
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.rules import cents_in


def typed_cents(form: Form) -> int:
    """0 for what cannot be read: the rules refuse it."""
    try:
        return cents_in(form.text("cents"))
    except ValueError:
        return 0


class FundController(Controller):
    path = "/buero/geld"
    guards = [office]

    @get(name="funds")
    async def all(self) -> Response[str]:
        return await self._all(Form([("year", str(today().year))]))

    @post(name="fund.make", status_code=303)
    async def make(self, form: Typed, me: SignedIn) -> Response[Any]:
        try:
            source, year = form.text("source"), form.number("year") or 0
            number = await actions.make_fund(source, year, typed_cents(form), actor=me.actor)
        except Wrong as wrong:
            return await self._all(form, status=422, problems=wrong.problems)
        return go_to(f"/buero/geld/{number}")

    @get("/{number:int}", name="fund")
    async def one(self, number: FromPath[int]) -> Response[str]:
        return await self._one(number, Form())

    @post("/{number:int}/zugang", name="fund.give", status_code=303)
    async def give(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        try:
            await actions.give_money(number, typed_cents(form), form.text("reason"), actor=me.actor)
        except Wrong as wrong:
            return await self._one(number, form, status=422, problems=wrong.problems)
        return go_to(f"/buero/geld/{number}")

    @get("/{number:int}/buchungen/{place:int}", name="fund.entry")
    async def entry(self, number: FromPath[int], place: FromPath[int]) -> Response[str]:
        return await self._return_page(number, place, Form())

    @post("/{number:int}/buchungen/{place:int}/rueckbuchung", name="fund.return", status_code=303)
    async def give_back(self, number: FromPath[int], place: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        try:
            await actions.return_money(number, place, form.text("reason"), actor=me.actor)
        except Wrong as wrong:
            return await self._return_page(number, place, form, status=422, problems=wrong.problems)
        return go_to(f"/buero/geld/{number}")

    async def _all(self, form: Form, **more: Any) -> Response[str]:
        return page("office/funds.html", funds=await queries.funds(), form=form, **more)

    async def _one(self, number: int, form: Form, **more: Any) -> Response[str]:
        fund = await queries.fund(number)
        return page("office/fund.html", fund=fund, entries=await queries.entries(fund), form=form, **more)

    async def _return_page(self, number: int, place: int, form: Form, **more: Any) -> Response[str]:
        """Raises Missing for what is no entry of this fund, or has come back already."""
        fund = await queries.fund(number)
        entry = await queries.returnable(fund, place)
        return page("office/fund_return.html", fund=fund, entry=entry, form=form, **more)
