""" "Folgen", and no longer."""

from typing import Any

from litestar import Controller, Response, post
from litestar.params import FromPath

from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import SignedIn, has_card
from zukunftsparlament.proposals.actions import following
from zukunftsparlament.proposals.queries import pages


class FollowingController(Controller):
    path = "/vorschlaege/{number:int}/folgen"
    guards = [has_card]

    @post(name="follow", status_code=200)
    async def follow(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await following.follow(number, me.card)
        return await _button(number, me.card)

    @post("/ruecknahme", name="follow.undo", status_code=200)
    async def stop(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await following.stop_following(number, me.card)
        return await _button(number, me.card)


async def _button(number: int, member: int) -> Response[Any]:
    if not visit.get().wants_fragment:
        return go_to(f"/vorschlaege/{number}#folgen")
    return page("proposals/_following.html", proposal=await pages.proposal(number, member=member))
