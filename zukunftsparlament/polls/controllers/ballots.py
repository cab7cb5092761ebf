"""The ballot paper: one screen, one tap. Nothing here is logged, kept or timed."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import Me, SignedIn, Typed, signed_in
from zukunftsparlament.polls import actions, queries, receipts
from zukunftsparlament.polls.actions import Cast
from zukunftsparlament.polls.controllers.doors import must_be_inside
from zukunftsparlament.polls.queries import Paper, Poll
from zukunftsparlament.polls.shown import pictures


def ballot(paper: Paper, *, status: int = 200, why_not: str = "", **found: Any) -> Response[str]:
    """The page, or its paper alone for a phone that asked so. `why_not`: instead of anything to tap."""
    if not why_not and paper.why_not:
        why_not = sentence(paper.why_not)
    template = "polls/_paper.html" if visit.get().wants_fragment else "polls/ballot.html"
    marks = pictures(receipts.words(paper.receipt))
    usual = {"saved": False, "marked": paper.place.choice}
    return page(template, status=status, **{"paper": paper, "why_not": why_not, "marks": marks, **usual, **found})


def in_the_box(number: int, *, again: bool = False, receipt: str = "", poll: Poll | None = None) -> Response[str]:
    """`receipt`: the slip that has just been cast. For a second tap none is repeated: nothing links one to a voter."""
    template = "polls/_in_the_box.html" if visit.get().wants_fragment else "polls/in_the_box.html"
    return page(template, number=number, again=again, marks=pictures(receipts.words(receipt)), poll=poll)


def _must_be_inside(paper: Paper) -> None:
    """Whoever was given a vote is, whatever their role."""
    if not paper.place.on_roll:
        must_be_inside(paper.poll)


class BallotController(Controller):
    path = "/abstimmungen/{number:int}/stimme"
    guards = [signed_in]

    @get(name="ballot")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        paper = await queries.paper_for(number, me.member)
        _must_be_inside(paper)
        if paper.is_in:
            return in_the_box(number, poll=paper.poll)
        return await self._paper(paper, me)

    @post(name="ballot.cast", status_code=200)
    async def cast(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        receipt = form.raw("receipt")
        try:
            chosen = [choice for choice in form.all("choice") if choice]  # places of an order that stay empty
            cast = await actions.cast_vote(number, chosen, receipt=receipt, voter=me.member)
        except (Wrong, Refused) as error:
            return await self._not_cast(number, form, me, error)
        if cast is Cast.WAS_IN_ALREADY:
            return in_the_box(number, again=True)
        if not visit.get().wants_fragment:
            sitting = (await queries.poll(number)).sitting_number  # there the next thing follows by itself
            return go_to(f"/sitzungen/{sitting}/raum" if sitting else f"/abstimmungen/{number}/stimme")
        if cast is Cast.IS_IN_NOW:
            return in_the_box(number, receipt=receipt)
        return await self._paper(await queries.paper_for(number, me.member), me, saved=True)

    async def _not_cast(self, number: int, form: Form, me: Me, error: Wrong | Refused) -> Response[str]:
        """With everything that was marked still on the paper."""
        paper = await queries.paper_for(number, me.member, receipt=form.raw("receipt"))
        _must_be_inside(paper)
        if isinstance(error, Refused):
            return await self._paper(paper, me, status=409, why_not=sentence(error.reason))
        return await self._paper(paper, me, status=422, problems=error.problems, marked=form.all("choice"))

    async def _paper(self, paper: Paper, me: Me, **found: Any) -> Response[str]:
        explanation = await queries.explanation_of(paper.poll.id)
        return ballot(paper, explanation=explanation, seat=me.seat, name=me.name, **found)
