""" "Nicht aufgenommen", with a reason that everybody reads, and "doch aufgenommen"."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.clock import month, now
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.people.access import Me, SignedIn, Typed, leads
from zukunftsparlament.people.rules import is_premoderated
from zukunftsparlament.proposals import guard
from zukunftsparlament.proposals.actions import turning_down as actions
from zukunftsparlament.proposals.around_texts import OFFICE_SAYS_WHY, SAYS_TOO_MUCH
from zukunftsparlament.proposals.queries import pages
from zukunftsparlament.proposals.rules.around import why_not_turn_down
from zukunftsparlament.proposals.rules.writing import WITHDRAWAL_REASON, problem_of
from zukunftsparlament.proposals.texts import problem_sentence


class TurningDownController(Controller):
    path = "/vorschlaege/{number:int}/nicht-aufgenommen"
    guards = [leads]

    @get(name="turn_down")
    async def ask(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        return await _page(number, me, Form())

    @post(name="turn_down.do", status_code=303)
    async def turn_down(self, number: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        if problem := _problem(form.text("reason"), me):
            return await _page(number, me, form, status=422, problems={"reason": problem})
        await actions.turn_down(number, form.text("reason"), actor=me.actor)
        return go_to(f"/vorschlaege/{number}")

    @post("/ruecknahme", name="turn_down.undo", status_code=303)
    async def undo(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await actions.take_up_again(number, actor=me.actor)
        return go_to(f"/vorschlaege/{number}")


def _problem(reason: str, me: Me) -> str | None:
    """What a chair writes is public at once: the guard looks at it first. The office may name a number.

    Nor is it for a chair whose posts are read first.
    """
    if _is_read_first(me):
        return _(OFFICE_SAYS_WHY)
    if problem := problem_of(reason, limit=WITHDRAWAL_REASON):
        return problem_sentence("turn_down", problem, reason, limit=WITHDRAWAL_REASON)
    return _(SAYS_TOO_MUCH) if not me.is_staff and guard.flags(reason) else None


def _is_read_first(me: Me) -> bool:
    return is_premoderated(me.premoderated_until, month(now()))


async def _page(number: int, me: Me, form: Form, *, status: int = 200, **more: Any) -> Response[str]:
    proposal = await pages.proposal(number, member=None)
    if proposal.removed_at is not None:
        raise Missing
    if why_not := why_not_turn_down(proposal.stage):
        raise Refused(why_not)
    return page(
        "proposals/turn_down.html",
        status=status,
        proposal=proposal,
        form=form,
        limit=WITHDRAWAL_REASON,
        why_not=_(OFFICE_SAYS_WHY) if _is_read_first(me) else "",
        **more,
    )
