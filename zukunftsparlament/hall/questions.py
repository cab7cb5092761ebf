"""The box for questions that were not reached: put one in, see what became of one's own."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.hall.discreet import PARLIAMENT
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.people.access import Me, SignedIn, Typed, has_card
from zukunftsparlament.proposals.rules.writing import Problem, problem_of
from zukunftsparlament.sittings import (
    queries,
    texts,  # noqa: F401  its sentences and words for templates
)
from zukunftsparlament.sittings.actions.questions import ask
from zukunftsparlament.sittings.queries.questions import own_questions, promised_by, released_questions
from zukunftsparlament.sittings.rules.questions import LONGEST


class BoxController(Controller):
    path = "/sitzungen/{number:int}/fragen"
    guards = [has_card]

    @get(name="questions")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        return await _box(number, me, Form())

    @post(name="questions.ask", status_code=303)
    async def put_in(self, number: FromPath[int], me: SignedIn, form: Typed) -> Response[Any]:
        text = form.text("text")
        if problem := problem_of(text, limit=LONGEST):
            said = {
                Problem.EMPTY: _("Schreib deine Frage auf."),
                Problem.TOO_LONG: _("Das ist zu lang. Höchstens {limit} Zeichen passen hinein.").format(limit=LONGEST),
            }
            return await _box(number, me, form, status=422, problems={"text": said[problem]})
        await ask(number, text, me=me)
        return go_to(f"/sitzungen/{number}/fragen#meine")


async def _box(number: int, me: Me, form: Form, **more: Any) -> Response[str]:
    sitting = await queries.sitting(number)
    own = await own_questions(sitting.id, me.card)
    released = await released_questions(sitting.id, inside=me.role in PARLIAMENT)
    others = [one for one in released if one.member != me.card]
    return page(
        "hall/questions.html",
        sitting=sitting,
        own=own,
        questions=others,
        answer_by=await promised_by(sitting),
        limit=LONGEST,
        form=form,
        **more,
    )
