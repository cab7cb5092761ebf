"""Writing together: inviting somebody with a code, joining with one's own card, leaving."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, kept, page
from zukunftsparlament.kernel.qr import qr_svg
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.throttle import Limit, Throttle
from zukunftsparlament.people.access import SignedIn, Typed, has_card, public
from zukunftsparlament.proposals.actions import coauthors as actions
from zukunftsparlament.proposals.codes import shown
from zukunftsparlament.proposals.queries import pages
from zukunftsparlament.proposals.rules.around import AUTHORS_AT_MOST, WhyNotNow, why_not_invite

_codes = Throttle(Limit(free=10, seconds=60))  # codes one card may try


class TogetherController(Controller):
    path = "/vorschlaege/{number:int}/mitschreiben"
    guards = [has_card]

    @get(name="together")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        return await _page(number, me.card)

    @post("/einladung", name="together.invite", status_code=200)
    async def invite(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        """Shown once and kept nowhere: no address leads back to it."""
        code = shown(await actions.invite(number, me.card))
        link = f"{settings().base_url}/mitmachen#{code}"
        return await _page(number, me.card, code=code, link=link, qr=qr_svg(link))

    @post("/einladung/ruecknahme", name="together.take_back", status_code=303)
    async def take_back(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await actions.take_back(number, me.card)
        return go_to(f"/vorschlaege/{number}/mitschreiben")

    @post("/ausstieg", name="together.leave", status_code=303)
    async def leave(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await actions.leave(number, me.card)
        return go_to(f"/vorschlaege/{number}")


class JoinController(Controller):
    """Nothing of a proposal is shown to whoever has no code: the code waits in the form, also over a sign-in."""

    path = "/mitmachen"

    @get(guards=[public], name="join")
    async def ask(self) -> Response[str]:
        return kept("proposals/join.html", form=Form(), wrong="")

    @post(guards=[has_card], name="join.look", status_code=200)
    async def look(self, me: SignedIn, form: Typed) -> Response[Any]:
        _codes.count(str(me.card))
        try:
            invited = await actions.invited_to(form.text("invitation"))
        except Refused as refused:
            return page("proposals/join.html", status=422, form=form, wrong=sentence(refused.reason))
        _codes.take_back(str(me.card))
        proposal = await pages.proposal(invited.number, member=me.card)
        return page("proposals/join_confirm.html", form=form, invited=invited, proposal=proposal)

    @post("/zusage", guards=[has_card], name="join.accept", status_code=303)
    async def accept(self, me: SignedIn, form: Typed) -> Response[Any]:
        _codes.count(str(me.card))
        try:
            asked = form.number("number") or 0
            number = await actions.accept(form.text("invitation"), me.card, number=asked)
        except Refused as refused:
            if refused.reason is not WhyNotNow.CODE_UNKNOWN:
                raise
            return page("proposals/join.html", status=422, form=form, wrong=sentence(refused.reason))
        return go_to(f"/vorschlaege/{number}")


async def _page(number: int, member: int, *, code: str = "", link: str = "", qr: str = "") -> Response[str]:
    proposal = await pages.proposal(number, member=member)
    if not proposal.is_mine or proposal.removed_at is not None:
        raise Missing
    joined = (await pages.steps_and_joined(proposal.id))[1]
    why_not = why_not_invite(proposal.stage, authors=1 + len(joined))
    return page(
        "proposals/together.html",
        proposal=proposal,
        joined=joined,
        why_not=sentence(why_not) if why_not else "",
        at_most=AUTHORS_AT_MOST,
        code=code,
        link=link,
        qr=qr,
    )
