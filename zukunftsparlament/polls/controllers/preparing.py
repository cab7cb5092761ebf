"""The form in which chairs and office prepare a poll."""

from dataclasses import replace
from typing import Any

from litestar import Controller, Response, get

from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Missing, Wrong
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.people.access import leads
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.controllers.draft_form import DraftForm
from zukunftsparlament.polls.queries import published_poll, tie_of
from zukunftsparlament.polls.rules import LONGEST_QUESTION, Kind, Secrecy
from zukunftsparlament.proposals.queries import row_of

POINTS = "points"  # no kind of a poll: a series of polls of yes or no
USUAL = (("at_most", "2"), ("places", "1"), ("method", "irv"))


def kind_in(typed: str) -> str:
    """The kind whose fields are shown."""
    return typed if typed in {*Kind, POINTS} else Kind.YES_NO_ABSTAIN.value


async def first_form(number: int | None, kind: str) -> Form:
    """A fresh form; about a proposal it starts with the question that is usually put."""
    fields = [("kind", kind), ("secrecy", Secrecy.SECRET.value), ("electorate", "seats"), *USUAL]
    if kind == POINTS:
        fields += [("yes_means", _("Der Punkt gilt.")), ("no_means", _("Der Punkt gilt nicht."))]
    if number is None:
        return Form(fields)
    title = (await row_of(number)).title
    fields.append(("proposal", str(number)))
    if kind == Kind.YES_NO_ABSTAIN:
        with speaking(GERMAN):  # all who vote will read it
            question = _("Soll sich das Zukunftsparlament dafür einsetzen: {title}?").format(title=title.rstrip(" .!?"))
        fields.append(("question", question[:LONGEST_QUESTION]))
    return Form(fields)


async def final_form(number: int, after: int) -> Form:
    """After a choice between alternatives: yes or no on the one that was chosen."""
    counted = await published_poll(after)
    winner = replace(counted, tie=await tie_of(counted)).winner or ""
    fields = dict((await first_form(number, Kind.YES_NO_ABSTAIN)).fields)
    return Form([*(fields | {"question": _("Soll das gelten: {winner}?").format(winner=winner)}).items()])


async def form_page(form: Form, **more: Any) -> Response[str]:
    return page("polls/new.html", form=form, title=await title_of(form), kind=kind_in(form.text("kind")), **more)


async def title_of(form: Form) -> str:
    number = form.number("proposal")
    try:
        return (await row_of(number)).title if number else ""
    except Missing:
        return ""


async def prepare(form: Form, actor: str) -> Response[Any]:
    read = DraftForm(form)
    try:
        if form.text("kind") == POINTS:
            points = read.series()
            number = await actions.prepare_series(points, proposal=read.proposal, actor=actor, problems=read.problems)
            return go_to(f"/abstimmungen/reihen/{number}")
        draft = read.draft()
        number = await actions.prepare_poll(draft, proposal=read.proposal, actor=actor, problems=read.problems)
    except Wrong as wrong:
        return await form_page(form, status=422, problems=wrong.problems)
    return go_to(f"/abstimmungen/{number}")


class PrepareController(Controller):
    path = "/abstimmungen/neu"
    guards = [leads]

    @get(name="polls.new")
    async def new(self, request: AnyRequest) -> Response[str]:
        asked = query_form(request)
        number, after = asked.number("vorschlag"), asked.number("nach")
        if number is not None and after is not None:
            return await form_page(await final_form(number, after))
        return await form_page(await first_form(number, kind_in(asked.text("art"))))
