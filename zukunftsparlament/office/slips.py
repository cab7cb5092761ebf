"""Zettel: an idea on paper gets in, under the card of whoever wrote it."""

from typing import Any

from litestar import Controller, Response, get, post

from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.people.access import SignedIn, Typed, office
from zukunftsparlament.people.card_holders import holder_of
from zukunftsparlament.proposals.actions.writing_down import write_down
from zukunftsparlament.proposals.rules.writing import LIMITS, problems_of
from zukunftsparlament.proposals.texts import TOPICS, problem_sentence

FIELDS = (*LIMITS, "topic")


class SlipController(Controller):
    path = "/buero/zettel"
    guards = [office]

    @get(name="slip")
    async def show(self, request: AnyRequest) -> Response[str]:
        return _page(Form(), done=query_form(request).text("fertig"))

    @post(name="slip.write", status_code=303)
    async def write(self, me: SignedIn, form: Typed) -> Response[Any]:
        says = {name: form.text(name) for name in FIELDS}
        wrong = problems_of(says)
        problems = {
            name: problem_sentence(name, it, says[name], limit=LIMITS.get(name, 0)) for name, it in wrong.items()
        }
        card = form.text("card_name")
        author = await holder_of(card) if card else None
        if card and author is None:
            problems = {"card_name": _("Diese Karte gibt es nicht. Steht der Name genau so auf der Karte?"), **problems}
        if problems:
            return _page(form, status=422, problems=problems)
        slip = await write_down(says, author=author, actor=me.actor)
        return go_to(f"/vorschlaege/{slip.number}" if slip.number else "/buero/zettel?fertig=wartet")


def _page(form: Form, *, status: int = 200, done: str = "", problems: dict[str, str] | None = None) -> Response[str]:
    topics = [[code, _(text)] for code, text in TOPICS.items()]
    return page(
        "office/slip.html",
        status=status,
        form=form,
        done=done,
        problems=problems or {},
        limits=LIMITS,
        topics=topics,
    )
