"""The speaking list, led by the chairs."""

from collections.abc import Awaitable
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.pages import AnyRequest, after_post, page
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import Me, SignedIn, Typed, leads
from zukunftsparlament.sittings import (
    queries,
    texts,  # noqa: F401  its sentences and words for templates
)
from zukunftsparlament.sittings.actions import floor, orders
from zukunftsparlament.sittings.queries.guests import guests
from zukunftsparlament.sittings.rules.room_words import OrderOutcome, RoomWhyNot


class SpeakingController(Controller):
    path = "/vorsitz/{number:int}/redeliste"
    guards = [leads]

    @get(name="speaking")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        template = "chair/_speaking.html" if visit.get().wants_fragment else "chair/speaking.html"
        return page(template, **await _found(number, me), whole=True)

    @post("/{mark:int}/wort", name="speaking.give", status_code=200)
    async def give(
        self, request: AnyRequest, number: FromPath[int], mark: FromPath[int], me: SignedIn, form: Typed
    ) -> Response[Any]:
        return await _after(
            floor.give_floor(number, mark, instead=form.number("instead"), actor=me.actor), number, me, request
        )

    @post("/{mark:int}/schluss", name="speaking.stop", status_code=200)
    async def stop(
        self, request: AnyRequest, number: FromPath[int], mark: FromPath[int], me: SignedIn
    ) -> Response[Any]:
        return await _after(floor.stop(number, mark, actor=me.actor), number, me, request)

    @post("/{mark:int}/ruecknahme", name="speaking.take_back", status_code=200)
    async def take_back(
        self, request: AnyRequest, number: FromPath[int], mark: FromPath[int], me: SignedIn
    ) -> Response[Any]:
        return await _after(floor.take_back(number, mark, actor=me.actor), number, me, request)

    @post("/{mark:int}/streichung", name="speaking.take_off", status_code=200)
    async def take_off(
        self, request: AnyRequest, number: FromPath[int], mark: FromPath[int], me: SignedIn
    ) -> Response[Any]:
        return await _after(floor.take_off(number, mark, actor=me.actor), number, me, request)

    @post("/{mark:int}/antrag", name="speaking.order", status_code=200)
    async def order(
        self, request: AnyRequest, number: FromPath[int], mark: FromPath[int], me: SignedIn, form: Typed
    ) -> Response[Any]:
        outcome = form.text("outcome")
        if outcome not in set(OrderOutcome):
            raise Refused(RoomWhyNot.ORDER_UNKNOWN)
        return await _after(
            orders.settle_order(number, mark, OrderOutcome(outcome), actor=me.actor), number, me, request
        )

    @post("/ende", name="speaking.close", status_code=200)
    async def close(self, request: AnyRequest, number: FromPath[int], me: SignedIn) -> Response[Any]:
        return await _after(orders.close_list(number, actor=me.actor), number, me, request)

    @post("/oeffnung", name="speaking.open", status_code=200)
    async def open(self, request: AnyRequest, number: FromPath[int], me: SignedIn) -> Response[Any]:
        return await _after(orders.open_list(number, actor=me.actor), number, me, request)

    @post("/gaeste/{guest:int}", name="speaking.guest", status_code=200)
    async def guest(
        self, request: AnyRequest, number: FromPath[int], guest: FromPath[int], me: SignedIn
    ) -> Response[Any]:
        return await _after(floor.put_guest(number, guest, actor=me.actor), number, me, request)


async def _found(number: int, me: Me) -> dict[str, Any]:
    sitting = await queries.sitting(number)
    return {
        "sitting": sitting,
        "speaking": await queries.speaking_of(sitting, me.member),
        "guests": await guests(sitting.id),
        "leads": await queries.may_decide(me.actor),
    }


async def _after(act: Awaitable[None], number: int, me: Me, request: AnyRequest) -> Response[Any]:
    """The list as it is now; with the reason if what was tapped cannot be done. `?ganz`: tapped on its own page."""
    fragment, whole = visit.get().wants_fragment, "ganz" in request.query_params
    try:
        await act
    except Refused as refused:
        template = "sittings/_speaking.html" if fragment else "chair/speaking.html"
        return page(template, status=409, **await _found(number, me), whole=whole, why_not=sentence(refused.reason))
    back = f"/vorsitz/{number}/redeliste" if whole else f"/vorsitz/{number}#redeliste"
    return after_post("sittings/_speaking.html", else_go_to=back, **await _found(number, me), whole=whole)
