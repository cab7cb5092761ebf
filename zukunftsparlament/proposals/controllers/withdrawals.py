"""The author withdraws a proposal: asked once more, with a reason that everybody reads."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.clock import month, now
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.people.access import Me, SignedIn, Typed, has_card
from zukunftsparlament.people.rules import is_premoderated
from zukunftsparlament.proposals import guard
from zukunftsparlament.proposals.actions import backings
from zukunftsparlament.proposals.queries import pages
from zukunftsparlament.proposals.queries.authors import authors_of
from zukunftsparlament.proposals.rules import WithdrawalReason, why_not_change
from zukunftsparlament.proposals.rules.around import why_not_withdraw
from zukunftsparlament.proposals.rules.writing import WITHDRAWAL_REASON, problem_of
from zukunftsparlament.proposals.texts import OWN_REASON_IS_READ_FIRST, WITHDRAWAL_REASONS, problem_sentence

TO_CHOOSE = {reason.value for reason in WithdrawalReason}


class WithdrawalController(Controller):
    path = "/vorschlaege/{number:int}/rueckzug"
    guards = [has_card]

    @get(name="withdrawal")
    async def ask(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        return await _page(number, me, Form())

    @post(name="withdrawal.do", status_code=303)
    async def withdraw(self, number: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        reason = _reason(form)
        if problem := _problem(reason, me):
            return await _page(number, me, form, status=422, problems={"reason": problem})
        await backings.withdraw(number, me.card, reason=reason)
        return go_to(f"/vorschlaege/{number}")


def _reason(form: Form) -> str:
    """Own words, or else the one that was chosen: both are called `reason`."""
    typed = [text.strip() for text in form.all("reason") if text.strip()]
    return next((text for text in typed if text not in TO_CHOOSE), typed[0] if typed else "")


def _problem(reason: str, me: Me) -> str | None:
    """Own words are public at once: not for those whose posts are read first, nor for what the guard flags."""
    if reason in TO_CHOOSE:
        return None
    if problem := problem_of(reason, limit=WITHDRAWAL_REASON):
        return problem_sentence("withdrawal", problem, reason, limit=WITHDRAWAL_REASON)
    is_read_first = is_premoderated(me.premoderated_until, month(now())) or guard.flags(reason)
    return _(OWN_REASON_IS_READ_FIRST) if is_read_first else None


async def _page(number: int, me: Me, form: Form, *, status: int = 200, **more: Any) -> Response[str]:
    proposal = await pages.proposal(number, member=me.card)
    if not proposal.is_mine:
        raise Missing
    if why_not := why_not_change(proposal.stage) or why_not_withdraw(authors=len(await authors_of(proposal.id))):
        raise Refused(why_not)
    return page(
        "proposals/withdrawal.html",
        status=status,
        proposal=proposal,
        reasons=[[code.value, _(text)] for code, text in WITHDRAWAL_REASONS.items()],
        may_type=not is_premoderated(me.premoderated_until, month(now())),
        own_words=next((text for text in form.all("reason") if text not in TO_CHOOSE), ""),
        chosen=next((text for text in form.all("reason") if text in TO_CHOOSE), ""),
        limit=WITHDRAWAL_REASON,
        **more,
    )
