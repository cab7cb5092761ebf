"""Mixing a picture into a sealed lot, on one's own phone."""

from random import SystemRandom
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.picture_words import RECEIPT_WORDS
from zukunftsparlament.kernel.refusals import Missing, Wrong
from zukunftsparlament.people.access import Me, SignedIn, Typed, has_card
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.controllers.doors import must_be_inside
from zukunftsparlament.polls.shown import Picture

OFFERED = 12


class StirController(Controller):
    path = "/abstimmungen/{number:int}/mischen"
    guards = [has_card]

    @get(name="poll.stir_form")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        return await self._page(number, me)

    @post(name="poll.stir", status_code=303)
    async def stir(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        try:
            await actions.stir(number, form.text("picture"), member=me.card)
        except Wrong as wrong:
            return await self._page(number, me, status=422, problems=wrong.problems)
        return go_to(f"/abstimmungen/{number}/mischen")

    async def _page(self, number: int, me: Me, **more: Any) -> Response[str]:
        poll = await queries.poll(number)
        must_be_inside(poll)
        if poll.sitting_number is None or await queries.lot_waits(number) is None:
            raise Missing
        seat = await queries.seat_in_room(poll, me.member)
        mine = dict(await queries.stirred(number)).get(seat or 0, "")
        offered = [Picture(one.word, one.slug) for one in SystemRandom().sample(RECEIPT_WORDS, OFFERED)]
        return page("polls/stir.html", poll=poll, seat=seat, mine=mine, offered=offered, **more)
