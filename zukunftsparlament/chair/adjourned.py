"""What earlier sittings have put off, offered to the next one."""

from typing import Any

from litestar import Controller, Response, post
from litestar.params import FromPath

from zukunftsparlament.chair.agenda import after
from zukunftsparlament.people.access import SignedIn, Typed, leads
from zukunftsparlament.sittings.actions.taking_up import take_up


class AdjournedController(Controller):
    path = "/vorsitz/{number:int}/vertagt"
    guards = [leads]

    @post(name="agenda.take_up", status_code=200)
    async def take(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        earlier, mark = form.number("sitting") or 0, form.number("mark") or 0
        return await after(take_up(number, earlier, mark, actor=me.actor), number)
