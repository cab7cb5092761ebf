"""The desk where a hand-over gets a new version."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.handovers import actions, queries, rules
from zukunftsparlament.handovers.correcting import draft
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.people.access import SignedIn, Typed, office


class CorrectionController(Controller):
    path = "/buero/uebergaben/{number:int}/fassungen"
    guards = [office]

    @get(name="handover.correct")
    async def show(self, number: FromPath[int]) -> Response[str]:
        newest = await queries.handover(number)
        return await self._form(number, Form([("letter", newest.frozen.get("letter", ""))]))

    @post(status_code=303, name="handover.correct.enter")
    async def enter(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        try:
            await actions.correct(
                number,
                letter=form.text("letter"),
                because=form.text("because"),
                replaces=form.number("replaces") or 0,
                seen=form.text("seen"),
                actor=me.actor,
            )
        except Wrong as wrong:
            return await self._form(number, form, status=422, problems=wrong.problems)
        except Refused as refused:
            return await self._form(number, form, status=409, problems={"because": sentence(refused.reason)})
        return go_to(f"/buero/uebergaben/{number}")

    async def _form(
        self, number: int, form: Form, *, status: int = 200, problems: dict[str, str] | None = None
    ) -> Response[str]:
        found = await draft(number, letter=form.text("letter"), because=form.text("because"))
        return page(
            "office/handovers/correct.html",
            status=status,
            number=number,
            form=form,
            problems=problems or {},
            draft=found,
            letter_limit=rules.LONGEST_LETTER,
            because_limit=rules.LONGEST_CHANGE,
        )
