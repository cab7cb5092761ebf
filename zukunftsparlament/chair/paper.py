"""Votes on paper: draw slips, hand them out, and two people enter what came back."""

import asyncio
from dataclasses import dataclass
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.chair.paper_form import MARKED, MISSING, SPOILT, UNSAID, read_slips
from zukunftsparlament.dossiers.paper_slips import slips_pdf
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import download, go_to, page
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import Me, SignedIn, Typed, leads
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.paper_texts import given_said, paper_said
from zukunftsparlament.polls.queries import Papers, Poll
from zukunftsparlament.polls.rules import ONE_MARK, PollState, choices_of
from zukunftsparlament.polls.shown import Picture, pictures
from zukunftsparlament.polls.texts import choice_label


@dataclass(frozen=True, slots=True)
class Slip:
    """One that could have come back. `words`: of its receipt; else it says a `seat`."""

    slip: str
    words: list[Picture]
    seat: str


@dataclass(frozen=True, slots=True)
class PaperShown:
    poll: Poll
    papers: Papers
    actor: str

    @property
    def address(self) -> str:
        return f"{self.poll.address}/papier"

    @property
    def mine(self) -> bool:
        """Whether I have entered in this round."""
        return self.actor in self.papers.now

    @property
    def other(self) -> bool:
        return any(actor != self.actor for actor in self.papers.now)

    @property
    def may_print(self) -> bool:
        return self.poll.state in (PollState.PREPARED, PollState.OPEN)

    @property
    def seats(self) -> list[int]:
        return list(self.papers.seats)

    @property
    def is_in(self) -> bool:
        return self.poll.paper_given is not None

    @property
    def said(self) -> str:
        poll = self.poll
        return paper_said(poll.paper_given, poll.paper_returned, poll.paper_invalid) or given_said(poll.on_paper)

    @property
    def slips(self) -> list[Slip]:
        secret = self.poll.is_secret
        return [
            Slip(slip, pictures(slip) if secret else [], "" if secret else slip)
            for slip in self.papers.slips(self.poll)
        ]

    @property
    def one_mark(self) -> bool:
        return self.poll.kind in ONE_MARK

    @property
    def choices(self) -> list[list[str]]:
        """What can be said of a slip: value and words."""
        labels = [[choice, self._label(choice)] for choice in choices_of(self.poll.kind, len(self.poll.options))]
        marked = labels if self.one_mark else [[MARKED, _("Kreuze oder Zahlen")], labels[-1]]
        return [[UNSAID, _("Bitte wählen")], *marked, [SPOILT, _("Ungültig")], [MISSING, _("Kam nicht zurück")]]

    def _label(self, choice: str) -> str:
        label = choice_label(choice, self.poll.options)
        return f"{choice}. {label}" if choice.isdigit() else label


async def shown_to(number: int, me: Me) -> PaperShown:
    """Raises Missing where nobody votes on paper: outside a sitting, and where hands are counted."""
    poll = await queries.poll(number)
    if poll.sitting_number is None or poll.by_hands:
        raise Missing
    return PaperShown(poll, await queries.papers_of(poll), me.actor)


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
        return go_to(f"/abstimmungen/{number}/papier")

    @post("/papier/ruecknahme", name="paper.take_back", status_code=303)
    async def take_back(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        await actions.take_slip_back(number, form.number("seat") or 0, actor=me.actor)
        return go_to(f"/abstimmungen/{number}/papier")

    @post("/papier/eintrag", name="paper.enter", status_code=303)
    async def enter(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        shown = await shown_to(number, me)
        entered, problems = read_slips(form, [one.slip for one in shown.slips], given=len(shown.papers.given))
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
