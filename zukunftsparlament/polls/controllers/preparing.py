"""The form in which chairs and office prepare a poll."""

from dataclasses import replace
from typing import Any

from litestar import Controller, Response, get, post

from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Missing, Wrong
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.people.access import Typed, leads
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.controllers.draft_form import DraftForm
from zukunftsparlament.polls.queries import published_poll, tie_of
from zukunftsparlament.polls.rules import LONGEST_QUESTION, Kind, PollState, Secrecy
from zukunftsparlament.proposals.queries import row_of

POINTS = "points"  # no kind of a poll: a series of polls of yes or no
USUAL = (("at_most", "2"), ("places", "1"), ("method", "irv"))
FIELDS = {  # of one kind only, in the form; `persons` is no such field: where it is not to be seen it must not count
    Kind.YES_NO_ABSTAIN.value: ("yes_means", "no_means"),
    Kind.ONE_OF.value: ("options",),
    Kind.UP_TO.value: ("options", "at_most", "places"),
    Kind.RANKED.value: ("options", "method"),
    Kind.BUDGET.value: ("options", "amount"),
    POINTS: ("points", "no_vote", "yes_means", "no_means"),
}
ALL_FIELDS = {name for names in FIELDS.values() for name in names}


def kind_in(typed: str) -> str:
    """The kind whose fields are shown."""
    return typed if typed in {*Kind, POINTS} else Kind.YES_NO_ABSTAIN.value


async def first_form(number: int | None, kind: str) -> Form:
    """A fresh form; about a proposal it starts with the question that is usually put."""
    fields = [("kind", kind), ("secrecy", Secrecy.SECRET.value), ("electorate", "seats"), *USUAL]
    if kind == POINTS:
        fields += means_of_points()
    if number is None:
        return Form(fields)
    title = (await row_of(number)).title
    fields.append(("proposal", str(number)))
    if kind == Kind.YES_NO_ABSTAIN:
        with speaking(GERMAN):  # all who vote will read it
            question = _("Soll sich das Zukunftsparlament dafür einsetzen: {title}?").format(title=title.rstrip(" .!?"))
        fields.append(("question", question[:LONGEST_QUESTION]))
    return Form(fields)


def means_of_points() -> list[tuple[str, str]]:
    return [("yes_means", _("Der Punkt gilt.")), ("no_means", _("Der Punkt gilt nicht."))]


async def other_kind(form: Form) -> Form:
    """Everything that is typed, and what a fresh form of the kind that was tapped says where nothing is."""
    fresh = (await first_form(None, kind_in(form.text("art")))).fields
    own = {("kind", form.text("kind")), *means_of_points()}
    typed = [field for field in form.without("art") if field[1].strip() and field not in own]
    named = {name for name, _value in typed}
    return Form([*typed, *(field for field in fresh if field[0] not in named)])


def out_of_sight(form: Form, kind: str) -> list[tuple[str, str]]:
    """What was typed into fields of other kinds: it waits in case somebody goes back."""
    names = ALL_FIELDS.difference(FIELDS[kind])
    return [(name, value) for name, value in form if name in names]


async def final_form(number: int, after: int) -> Form:
    """After a choice between alternatives: yes or no on the one that was chosen. Raises Missing where none follows."""
    counted = await published_poll(after)
    counted = replace(counted, tie=await tie_of(counted))
    is_over = counted.poll.state is not PollState.PUBLISHED
    if is_over or counted.poll.proposal_number != number or not counted.waits_for_final_vote:
        raise Missing
    winner = counted.winner or ""
    fields = dict((await first_form(number, Kind.YES_NO_ABSTAIN)).fields)
    return Form([*(fields | {"question": _("Soll das gelten: {winner}?").format(winner=winner)}).items()])


async def form_page(form: Form, *, typed: Form | None = None, **more: Any) -> Response[str]:
    """`typed`: what a browser has sent, if it has."""
    kind = kind_in(form.text("kind"))
    kept = out_of_sight(typed, kind) if typed else []
    return page("polls/new.html", form=form, title=await title_of(form), kind=kind, kept=kept, **more)


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
        return await form_page(form, typed=form, status=422, problems=wrong.problems)
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

    @post(name="polls.other_kind", status_code=200)
    async def change_kind(self, form: Typed) -> Response[str]:
        """Prepares nothing yet: the same form with the fields of another kind."""
        return await form_page(await other_kind(form), typed=form)
