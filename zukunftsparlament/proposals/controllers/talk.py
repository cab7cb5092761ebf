"""Saying something about a proposal."""

from typing import Any

from litestar import Controller, Response, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Missing, TooOften
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import SignedIn, Typed, has_card
from zukunftsparlament.proposals import guard
from zukunftsparlament.proposals.actions import talk
from zukunftsparlament.proposals.controllers.proposals import found_for
from zukunftsparlament.proposals.pace import count_post
from zukunftsparlament.proposals.rules import Stance
from zukunftsparlament.proposals.rules.writing import CONTRIBUTION, Problem, problem_of
from zukunftsparlament.proposals.texts import pace_sentence, problem_sentence

STANCES = {stance.value: stance for stance in Stance}


class TalkController(Controller):
    path = "/vorschlaege/{number:int}/beitraege"
    guards = [has_card]

    @post(name="talk", status_code=200)
    async def say(self, number: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        if problems := _problems(form):
            return await _show(number, form, status=422, problems=problems)
        answer_to = form.number("answer_to")
        if form.text("answer_to") and answer_to is None:
            raise Missing
        try:
            count_post(me.card)
        except TooOften as error:
            return await _show(number, form, status=429, problems={"text": pace_sentence(error.seconds)})
        said = await talk.say(number, STANCES[form.text("stance")], form.text("text"), answer_to=answer_to, me=me)
        if said is None and "worry" in guard.flags(form.text("text")):
            return await _show(number, Form(), said="worry")
        if not visit.get().wants_fragment:
            return go_to(f"/vorschlaege/{number}#" + ("beitraege" if said is None else f"b{said}"))
        return await _show(number, Form(), said="held" if said is None else "public")


def _problems(form: Form) -> dict[str, str]:
    problems = {}
    text = form.text("text")
    if problem := problem_of(text, limit=CONTRIBUTION):
        name = "contribution" if problem is Problem.EMPTY else "text"
        problems["text"] = problem_sentence(name, problem, text, limit=CONTRIBUTION)
    if form.text("stance") not in STANCES:
        problems["stance"] = problem_sentence("stance", Problem.EMPTY, "")
    return problems


async def _show(number: int, form: Form, *, status: int = 200, said: str = "", **more: Any) -> Response[str]:
    found = {**await found_for(number, form), "said": said, **more}
    template = "proposals/_talk.html" if visit.get().wants_fragment else "proposals/proposal.html"
    return page(template, status=status, **found)
