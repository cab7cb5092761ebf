"""The desk where the answers of the bodies are entered."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.handovers import actions, queries, rules, texts
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Missing, Wrong
from zukunftsparlament.office.handover_view import decisions_in, number_in
from zukunftsparlament.people.access import SignedIn, Typed, office


class AnswerController(Controller):
    path = "/buero/uebergaben/{handover:str}/antworten/{decision:str}"
    guards = [office]

    @get(name="handover.answer")
    async def show(self, handover: FromPath[str], decision: FromPath[str]) -> Response[str]:
        return await self._form(number_in(handover), number_in(decision), Form())

    @post(status_code=303, name="handover.answer.enter")
    async def enter(self, handover: FromPath[str], decision: FromPath[str], form: Typed, me: SignedIn) -> Response[Any]:
        number, place = number_in(handover), number_in(decision)
        try:
            await actions.enter_answer(
                number,
                place,
                answer=form.text("answer"),
                reason=form.text("reason"),
                next_date=rules.read_day(form.text("next_date")),
                actor=me.actor,
            )
        except Wrong as wrong:
            return await self._form(number, place, form, status=422, problems=wrong.problems)
        return go_to(f"/buero/uebergaben/{number}#entscheidung-{place}")

    async def _form(
        self, number: int, place: int, form: Form, *, status: int = 200, problems: dict[str, str] | None = None
    ) -> Response[str]:
        handover = await queries.handover(number)
        found = {shown.number: shown for shown in decisions_in(handover.frozen, clocks=handover.clocks)}
        if place not in found:
            raise Missing
        return page(
            "office/handovers/answer.html",
            status=status,
            form=form,
            problems=problems or {},
            handover=handover,
            decision=found[place],
            answers=[[kind, texts.answer_word(kind)] for kind in texts.ANSWERS],
            limit=rules.LONGEST_REASON,
        )
