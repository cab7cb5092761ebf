""" "Will ich auch": one tap, and one to undo."""

from typing import Any

from litestar import Controller, Response, post
from litestar.params import FromPath

from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import SignedIn, has_card
from zukunftsparlament.proposals.actions import backings
from zukunftsparlament.proposals.queries import pages


class BackingController(Controller):
    path = "/vorschlaege/{number:int}/unterstuetzung"
    guards = [has_card]

    @post(name="backing", status_code=200)
    async def back(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        try:
            await backings.back(number, me.card)
        except Refused as refused:
            return await _refused(number, me.card, refused)
        return await _button(number, me.card)

    @post("/ruecknahme", name="backing.undo", status_code=200)
    async def take_back(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        try:
            await backings.take_back(number, me.card)
        except Refused as refused:
            return await _refused(number, me.card, refused)
        return await _button(number, me.card)


async def _button(number: int, member: int, *, status: int = 200, why: str = "") -> Response[Any]:
    if not visit.get().wants_fragment:
        return go_to(f"/vorschlaege/{number}#unterstuetzung-{number}")
    proposal = await pages.proposal(number, member=member)
    return page("proposals/_backing.html", status=status, proposal=proposal, why=why)


async def _refused(number: int, member: int, refused: Refused) -> Response[Any]:
    """On a phone the reason stands where the button was, not instead of the page."""
    if not visit.get().wants_fragment:
        raise refused
    return await _button(number, member, status=409, why=sentence(refused.reason))
