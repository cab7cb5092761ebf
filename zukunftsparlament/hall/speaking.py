"""Raising and lowering one's hand, and asking for something about the course of the sitting."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.people.access import SignedIn, Typed, has_card
from zukunftsparlament.sittings import (
    queries,
    texts,  # noqa: F401  its sentences and words for templates
)
from zukunftsparlament.sittings.actions.speaking import lower_hand, raise_hand
from zukunftsparlament.sittings.rules.room_words import OrderKind, RoomWhyNot


class HandController(Controller):
    path = "/sitzungen/{number:int}"
    guards = [has_card]

    @post("/meldung", name="hand.raise", status_code=303)
    async def up(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await raise_hand(number, me.card)
        return go_to(_room(number))

    @post("/meldung/ruecknahme", name="hand.lower", status_code=303)
    async def down(self, number: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        """Without `mark`: the speech."""
        sitting = await queries.sitting(number)
        mine = (await queries.speaking_of(sitting, me.card)).my_speech
        mark = form.number("mark") or (mine.mark if mine else None)
        if mark:
            await lower_hand(number, me.card, mark)
        return go_to(_room(number))

    @get("/antraege", name="orders")
    async def orders(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        return await _orders_page(number, Form())

    @post("/antraege", name="orders.raise", status_code=303)
    async def order(self, number: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        wish = form.text("kind")
        if wish not in set(OrderKind):
            return await _orders_page(number, form, status=422, problems={"kind": sentence(RoomWhyNot.ORDER_UNKNOWN)})
        await raise_hand(number, me.card, order=OrderKind(wish))
        return go_to(_room(number))


async def _orders_page(number: int, form: Form, **more: Any) -> Response[str]:
    sitting = await queries.sitting(number)
    return page("hall/orders.html", sitting=sitting, kinds=[*OrderKind], form=form, **more)


def _room(number: int) -> str:
    return f"/sitzungen/{number}/raum#melden"
