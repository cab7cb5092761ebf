"""The ballot paper: one screen, one tap. Nothing here is logged, kept or timed."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import SignedIn, Typed, signed_in
from zukunftsparlament.polls import actions, queries, receipts
from zukunftsparlament.polls.actions import Cast
from zukunftsparlament.polls.controllers.shown import pictures
from zukunftsparlament.polls.queries import Paper


def ballot(paper: Paper, *, status: int = 200, why_not: str = "", **found: Any) -> Response[str]:
    """The page, or its paper alone for a phone that asked so. `why_not`: instead of anything to tap."""
    if not why_not and paper.why_not:
        why_not = sentence(paper.why_not)
    template = "polls/_paper.html" if visit.get().wants_fragment else "polls/ballot.html"
    marks = pictures(receipts.words(paper.receipt))
    return page(
        template, status=status, **{"paper": paper, "why_not": why_not, "marks": marks, "saved": False, **found}
    )


def in_the_box(number: int, *, again: bool = False, receipt: str = "") -> Response[str]:
    """`receipt`: the slip that has just been cast. For a second tap none is repeated: nothing links one to a voter."""
    template = "polls/_in_the_box.html" if visit.get().wants_fragment else "polls/in_the_box.html"
    return page(template, number=number, again=again, marks=pictures(receipts.words(receipt)))


class BallotController(Controller):
    path = "/abstimmungen/{number:int}/stimme"
    guards = [signed_in]

    @get(name="ballot")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        paper = await queries.paper_for(number, me.member)
        return in_the_box(number) if paper.is_in else ballot(paper)

    @post(name="ballot.cast", status_code=200)
    async def cast(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        receipt = form.raw("receipt")
        try:
            cast = await actions.cast_vote(number, form.all("choice"), receipt=receipt, voter=me.member)
        except (Wrong, Refused) as error:
            return await self._not_cast(number, form, me.member, error)
        if cast is Cast.WAS_IN_ALREADY:
            return in_the_box(number, again=True)
        if not visit.get().wants_fragment:
            return go_to(f"/abstimmungen/{number}/stimme")
        if cast is Cast.IS_IN_NOW:
            return in_the_box(number, receipt=receipt)
        return ballot(await queries.paper_for(number, me.member), saved=True)

    async def _not_cast(self, number: int, form: Form, member: int | None, error: Wrong | Refused) -> Response[str]:
        paper = await queries.paper_for(number, member, receipt=form.raw("receipt"))
        if isinstance(error, Wrong):
            return ballot(paper, status=422, problems=error.problems)
        return ballot(paper, status=409, why_not=sentence(error.reason))
