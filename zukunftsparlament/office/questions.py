"""The desk of the question box: what waits is read, what is released is answered."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.exceptions import PermissionDeniedException
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.office import texts
from zukunftsparlament.people.access import Me, SignedIn, Typed, moderates
from zukunftsparlament.proposals.actions.moderation import Moderator
from zukunftsparlament.proposals.rules.moderation import Decision, problem_with, why_not_moderate
from zukunftsparlament.proposals.rules.writing import OFFICE_WORDS, problem_of
from zukunftsparlament.sittings import texts as sitting_texts  # noqa: F401  its reasons have sentences there
from zukunftsparlament.sittings.actions import questions as acts
from zukunftsparlament.sittings.queries.questions import (
    Question,
    question,
    unanswered_questions,
    waiting_questions,
)
from zukunftsparlament.sittings.rules.questions import LONGEST_ANSWER


class QuestionsController(Controller):
    path = "/buero/fragen"
    guards = [moderates]

    @get(name="box")
    async def show(self, request: AnyRequest, me: SignedIn) -> Response[str]:
        return page(
            "office/questions.html",
            waiting=await waiting_questions(by_office=me.is_staff),
            unanswered=await unanswered_questions() if me.is_staff else [],
            own=me.member,
            done=query_form(request).text("erledigt"),
        )

    @get("/{number:int}/{mark:int}", name="box.one")
    async def show_one(self, number: FromPath[int], mark: FromPath[int], me: SignedIn) -> Response[str]:
        return _page(await _for(number, mark, me), me, Form())

    @post("/{number:int}/{mark:int}", status_code=303, name="box.decide")
    async def decide(self, number: FromPath[int], mark: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        found = await _for(number, mark, me)
        decision = form.text("decision")
        if decision not in (Decision.RELEASE, Decision.DECLINE):
            return _page(found, me, form, status=422, problems={"decision": _("Freigeben oder ablehnen?")})
        words = form.text("text") if decision == Decision.DECLINE else ""
        if decision == Decision.DECLINE and (problem := problem_with(words, are_needed=True)):
            return _page(found, me, form, status=422, problems={"text": texts.words_sentence(problem, words)})
        if decision == Decision.DECLINE and not found.waits and me.is_staff:
            await acts.take_out(number, mark, words, actor=me.actor)
        elif not await acts.decide_question(
            number, mark, Decision(decision), words, by=Moderator(me.actor, me.member, me.staff)
        ):
            return _page(await question(number, mark), me, Form(), late=True)
        return go_to(f"/buero/fragen?erledigt={decision}")

    @post("/{number:int}/{mark:int}/antwort", status_code=303, name="box.answer")
    async def answer(self, number: FromPath[int], mark: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        """Answers are the office's: a young moderator reads, and does not promise."""
        if not me.is_staff:
            raise PermissionDeniedException
        words = form.text("answer")
        if problem := problem_of(words, limit=LONGEST_ANSWER):
            problems = {"answer": texts.words_sentence(problem, words)}
            return _page(await question(number, mark), me, form, status=422, problems=problems)
        await acts.answer(number, mark, words, actor=me.actor)
        return go_to("/buero/fragen?erledigt=answer")


async def _for(number: int, mark: int, me: Me) -> Question:
    """Raises Missing also for what only the office may read."""
    found = await question(number, mark)
    if found.is_for_the_office and not me.is_staff:
        raise Missing
    return found


def _page(found: Question, me: Me, form: Form, *, status: int = 200, **more: Any) -> Response[str]:
    why_not = why_not_moderate(author=found.member, moderator=me.member)
    why = sentence(why_not) if why_not else ""
    shown = {"late": False, "limit": OFFICE_WORDS, "longest": LONGEST_ANSWER, **more}
    return page("office/question.html", status=status, question=found, why_not=why, form=form, **shown)
