"""The form in which chairs and office prepare a poll."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from litestar import Controller, Response, get

from zukunftsparlament.kernel.clock import from_local
from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Missing, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.people.access import leads
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.rules import LONGEST_QUESTION, Draft, Electorate, Kind, Secrecy, WhyNot, options_in
from zukunftsparlament.proposals.queries import row_of

Word = TypeVar("Word", bound=StrEnum)
UNKNOWN_PROPOSAL = 0  # a number that no proposal has: for what is typed and is no number


class DraftForm:
    """Reads the fields of a draft. What cannot be read is a problem, and stands in as something harmless."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.problems: dict[str, str] = {}

    def word(self, name: str, words: type[Word], usual: Word) -> Word:
        try:
            return words(self.form.text(name))
        except ValueError:
            self._wrong(name, WhyNot.NOT_OFFERED)
            return usual

    def time(self, name: str) -> datetime | None:
        return self._read(name, from_local, WhyNot.TIME_NOT_READABLE)

    def _read(self, name: str, read: Callable[[str], datetime], why_not: WhyNot) -> datetime | None:
        if not (typed := self.form.text(name)):
            return None
        try:
            return read(typed)
        except (ValueError, OverflowError):
            self._wrong(name, why_not)
            return None

    def _wrong(self, name: str, why_not: WhyNot) -> None:
        self.problems[name] = sentence(why_not)

    @property
    def proposal(self) -> int | None:
        if not self.form.text("proposal"):
            return None
        return self.form.number("proposal") or UNKNOWN_PROPOSAL

    def draft(self) -> Draft:
        return Draft(
            question=self.form.text("question"),
            yes_means=self.form.text("yes_means"),
            no_means=self.form.text("no_means"),
            kind=self.word("kind", Kind, Kind.YES_NO_ABSTAIN),
            options=options_in(self.form.raw("options")),
            secrecy=self.word("secrecy", Secrecy, Secrecy.SECRET),
            electorate=self.word("electorate", Electorate, Electorate.SEATS),
            opens_at=self.time("opens_at"),
            closes_at=self.time("closes_at"),
        )


def kind_in(typed: str) -> Kind:
    """The kind whose fields are shown."""
    return Kind.ONE_OF if typed == Kind.ONE_OF else Kind.YES_NO_ABSTAIN


async def first_form(number: int | None, kind: Kind) -> Form:
    """A fresh form; about a proposal it starts with the question that is usually put."""
    fields = [("kind", kind.value), ("secrecy", Secrecy.SECRET.value), ("electorate", "seats")]
    if number is None:
        return Form(fields)
    title = (await row_of(number)).title
    fields.append(("proposal", str(number)))
    if kind is Kind.YES_NO_ABSTAIN:
        question = _("Soll sich das Zukunftsparlament dafür einsetzen: {title}?").format(title=title.rstrip(" .!?"))
        fields.append(("question", question[:LONGEST_QUESTION]))
    return Form(fields)


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
    draft = read.draft()
    try:
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
        return await form_page(await first_form(asked.number("vorschlag"), kind_in(asked.text("art"))))
