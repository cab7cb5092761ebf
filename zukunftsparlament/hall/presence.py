"""Tapping in and out with one's own phone: from the QR on the projector, or from the room's page."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.people.access import SignedIn, has_card, signed_in
from zukunftsparlament.sittings import (
    queries,
    texts,  # noqa: F401  its sentences and words for templates
)
from zukunftsparlament.sittings.actions.attendance import come, leave
from zukunftsparlament.sittings.rules import SittingState


class JoinController(Controller):
    """`/da/{token}` is what the QR holds: short, so that a small picture of it can be read from afar."""

    path = "/da/{token:str}"
    guards = [signed_in]

    @get(name="here.join")
    async def show(self, token: FromPath[str], me: SignedIn) -> Response[Any]:
        sitting = await queries.sitting_to_join(token)
        if me.member is None:
            return go_to(f"{sitting.address}")
        if any(one.member == me.member for one in await queries.here(sitting.id)):
            return go_to(f"{sitting.address}/raum")
        is_over = sitting.state in (SittingState.CLOSED, SittingState.CANCELLED)
        return page("hall/join.html", sitting=sitting, is_over=is_over)


class HereController(Controller):
    path = "/sitzungen/{number:int}/anwesenheit"
    guards = [has_card]

    @post(name="here.come", status_code=303)
    async def come(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await come(number, me.card, actor=me.actor)
        return go_to(f"/sitzungen/{number}/raum")

    @post("/ende", name="here.leave", status_code=303)
    async def leave(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await leave(number, me.card, actor=me.actor)
        return go_to(f"/sitzungen/{number}/raum")
