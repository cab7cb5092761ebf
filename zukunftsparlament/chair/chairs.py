"""New chairs in the middle of a sitting, after an election."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.people.access import SignedIn, Typed, leads
from zukunftsparlament.sittings import actions, queries
from zukunftsparlament.sittings.actions import must_lead


def seats_in(form: Form) -> list[int]:
    return [int(typed) for typed in form.all("seat") if typed.isascii() and typed.isdigit() and len(typed) <= 9]


async def chairs_form(number: int, form: Form, *, status: int = 200, wrong: str = "") -> Response[str]:
    sitting = await queries.sitting(number)
    seats = [seat for seat in await queries.half_circle(sitting) if seat.holder]
    chosen = seats_in(form) if wrong or form.fields else [seat.number for seat in seats if seat.is_chair]
    problems = {"seat": wrong} if wrong else {}
    return page("chair/chairs.html", status=status, sitting=sitting, seats=seats, chosen=chosen, problems=problems)


class ChairsController(Controller):
    path = "/vorsitz/{number:int}/vorsitzwechsel"
    guards = [leads]

    @get(name="chairs")
    async def show(self, request: AnyRequest, number: FromPath[int], me: SignedIn) -> Response[str]:
        """`sitz`: those who were elected just now; else it shows the chairs as they are."""
        await must_lead(me.actor)
        elected = query_form(request).all("sitz")
        return await chairs_form(number, Form([("seat", seat) for seat in elected]))

    @post(name="chairs.change", status_code=303)
    async def change(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        """After a countdown: those who tap it may lose their rights by it."""
        try:
            await actions.announce_chairs(number, seats_in(form), actor=me.actor)
        except Refused as refused:
            return await chairs_form(number, form, status=409, wrong=sentence(refused.reason))
        return go_to(f"/vorsitz/{number}")
