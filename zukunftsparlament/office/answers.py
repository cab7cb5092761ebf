"""The desk where the answers of the bodies are entered, and what has come true."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.handovers import actions, queries, rules, texts
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Missing, Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.office.handover_view import Shown, decisions_in, number_in
from zukunftsparlament.people.access import SignedIn, Typed, office


class DoneController(Controller):
    path = "/buero/uebergaben/{handover:str}/erledigt/{decision:str}"
    guards = [office]

    @get(name="handover.done")
    async def show(self, handover: FromPath[str], decision: FromPath[str]) -> Response[str]:
        return await self._form(number_in(handover), number_in(decision), None)

    @post(status_code=303, name="handover.done.enter")
    async def enter(self, handover: FromPath[str], decision: FromPath[str], form: Typed, me: SignedIn) -> Response[Any]:
        number, place = number_in(handover), number_in(decision)
        try:
            done_on = rules.read_day(form.text("done_on"))
            await actions.enter_done(number, place, done_on=done_on, words=form.text("words"), actor=me.actor)
        except Wrong as wrong:
            return await self._form(number, place, form, status=422, problems=wrong.problems)
        except Refused as refused:
            return await self._form(number, place, form, status=409, problems={"done_on": sentence(refused.reason)})
        return go_to(f"/buero/uebergaben/{number}#entscheidung-{place}")

    async def _form(
        self, number: int, place: int, form: Form | None, *, status: int = 200, problems: dict[str, str] | None = None
    ) -> Response[str]:
        handover, shown = await shown_decision(number, place)
        said = handover.done.get(place)
        before = Form([("done_on", said.on.isoformat()), ("words", said.words)]) if said else Form()
        return page(
            "office/handovers/done.html",
            status=status,
            form=form or before,
            problems=problems or {},
            handover=handover,
            decision=shown,
            limit=rules.LONGEST_REASON,
        )


async def shown_decision(number: int, place: int) -> tuple[queries.Handover, Shown]:
    """Raises Missing."""
    handover = await queries.handover(number)
    for shown in decisions_in(handover.frozen, clocks=handover.clocks):
        if shown.number == place:
            return handover, shown
    raise Missing


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
        handover, shown = await shown_decision(number, place)
        return page(
            "office/handovers/answer.html",
            status=status,
            form=form,
            problems=problems or {},
            handover=handover,
            decision=shown,
            answers=[[kind, texts.answer_word(kind)] for kind in texts.ANSWERS],
            limit=rules.LONGEST_REASON,
        )
