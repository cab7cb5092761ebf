"""Votes on paper: draw slips, hand them out, and two people enter what came back."""

import asyncio
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.chair.paper_form import read_slips
from zukunftsparlament.chair.paper_shown import PaperShown, shown_to
from zukunftsparlament.dossiers.paper_slips import slips_pdf
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import download, go_to, page
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import GERMAN, speaking
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import Me, SignedIn, Typed, leads
from zukunftsparlament.polls import actions


class PaperController(Controller):
    path = "/abstimmungen/{number:int}"
    guards = [leads]

    @get("/papier", name="paper")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        shown = await shown_to(number, me)
        return page("chair/_paper_now.html" if visit.get().wants_fragment else "chair/paper.html", **_found(shown))

    @get("/papier.pdf", name="paper.print")
    async def print(self, number: FromPath[int], me: SignedIn) -> Response[bytes]:
        shown = await shown_to(number, me)
        if shown.poll.is_secret and not shown.papers.drawn:
            raise Missing
        with speaking(GERMAN):
            body = await asyncio.to_thread(slips_pdf, shown.poll, shown.papers.drawn)
        return download(body, name=f"stimmzettel-{number}.pdf", media_type="application/pdf")

    @post("/papier/zettel", name="paper.draw", status_code=303)
    async def draw(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        more, printed = form.number("more") or 0, form.number("printed") or 0
        try:
            await actions.draw_slips(number, more, printed=printed, actor=me.actor)
        except Refused as refused:
            return await self._again(number, me, form, {"more": sentence(refused.reason)})
        return go_to(f"/abstimmungen/{number}/papier")

    @post("/papier/ausgabe", name="paper.give", status_code=303)
    async def give(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        try:
            await actions.give_slip(number, form.number("seat") or 0, actor=me.actor)
        except Refused as refused:
            return await self._again(number, me, form, {"seat": sentence(refused.reason)})
        return go_to(f"/abstimmungen/{number}/papier#seat")

    @post("/papier/ruecknahme", name="paper.take_back", status_code=303)
    async def take_back(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        try:
            await actions.take_slip_back(number, form.number("seat") or 0, actor=me.actor)
        except Refused as refused:
            return await self._again(number, me, form, {"seat": sentence(refused.reason)})
        return go_to(f"/abstimmungen/{number}/papier#seat")

    @post("/papier/eintrag", name="paper.enter", status_code=303)
    async def enter(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        shown = await shown_to(number, me)
        entered, problems = read_slips(
            form, [one.slip for one in shown.slips], given=len(shown.papers.given), is_possible=shown.is_possible
        )
        if problems and not shown.mine and not shown.is_in:
            return await self._again(number, me, form, problems, came_back=len(entered), status=422)
        try:
            await actions.enter_slips(number, entered, round=form.number("round") or 0, actor=me.actor)
        except Refused as refused:
            return await self._again(number, me, form, {"slips": sentence(refused.reason)})
        return go_to(f"/abstimmungen/{number}/papier")

    async def _again(
        self, number: int, me: Me, form: Form, problems: dict[str, str], *, came_back: int = 0, status: int = 409
    ) -> Response[str]:
        found = _found(await shown_to(number, me), form, problems)
        return page("chair/paper.html", status=status, came_back=came_back, **found)


def _found(shown: PaperShown, form: Form | None = None, problems: dict[str, str] | None = None) -> dict[str, Any]:
    return {"shown": shown, "poll": shown.poll, "form": form or Form(), "problems": problems or {}}
