"""A moderator asks whether two proposals belong together; both authors answer."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.people.access import Me, SignedIn, Typed, has_card, moderates
from zukunftsparlament.proposals import guard
from zukunftsparlament.proposals.actions import merging as actions
from zukunftsparlament.proposals.around_texts import NO_SUCH_PROPOSAL, SAYS_TOO_MUCH
from zukunftsparlament.proposals.queries import pages
from zukunftsparlament.proposals.queries.authors import authors_of
from zukunftsparlament.proposals.queries.mergings import merging
from zukunftsparlament.proposals.rules.writing import OFFICE_WORDS, problem_of
from zukunftsparlament.proposals.texts import problem_sentence


class MergingController(Controller):
    """`number` is the proposal that goes into the other one."""

    path = "/vorschlaege/{number:int}/zusammenlegung"
    guards = [moderates]

    @get(name="merging.ask")
    async def show(self, number: FromPath[int]) -> Response[str]:
        return await _form_page(number, Form())

    @post(name="merging.offer", status_code=303)
    async def offer(self, number: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        target, words = form.number("target"), form.text("words")
        problems = _problems(words, me)
        if target is None:
            problems["target"] = _(NO_SUCH_PROPOSAL)
        if problems or target is None:
            return await _form_page(number, form, status=422, problems=problems)
        await pages.proposal(number, member=None)
        try:
            await pages.proposal(target, member=None)
            await actions.offer(number, target, words, actor=me.actor, member=me.member)
        except Missing:
            return await _form_page(number, form, status=422, problems={"target": _(NO_SUCH_PROPOSAL)})
        except Refused as refused:
            return await _form_page(number, form, status=409, problems={"target": sentence(refused.reason)})
        return go_to(f"/vorschlaege/{number}/zusammenlegung?gefragt={target}")


class MergingAnswerController(Controller):
    path = "/zusammenlegungen/{token:str}"
    guards = [has_card]

    @get(name="merging.read")
    async def show(self, token: FromPath[str], me: SignedIn) -> Response[str]:
        asked = await merging(token)
        mine = [
            name
            for name, side in (("source", asked.source_id), ("target", asked.target_id))
            if me.card in await authors_of(side)
        ]
        if not mine:
            raise Missing
        has_answered = all(asked.source_yes_at if name == "source" else asked.target_yes_at for name in mine)
        return page("proposals/merging_answer.html", asked=asked, state=asked.state(now()), has_answered=has_answered)

    @post(name="merging.answer", status_code=303)
    async def answer(self, token: FromPath[str], me: SignedIn, form: Typed) -> Response[Any]:
        asked = await actions.answer(token, me.card, yes=form.text("answer") == "yes")
        return go_to(f"/vorschlaege/{asked.target}" if asked.outcome == "merged" else f"/zusammenlegungen/{token}")


def _problems(words: str, me: Me) -> dict[str, str]:
    if problem := problem_of(words, limit=OFFICE_WORDS):
        return {"words": problem_sentence("words", problem, words, limit=OFFICE_WORDS)}
    return {"words": _(SAYS_TOO_MUCH)} if not me.is_staff and guard.flags(words) else {}


async def _form_page(number: int, form: Form, *, status: int = 200, **more: Any) -> Response[str]:
    proposal = await pages.proposal(number, member=None)
    if proposal.removed_at is not None:
        raise Missing
    return page("proposals/merging.html", status=status, proposal=proposal, form=form, limit=OFFICE_WORDS, **more)
