"""An urgent item: two fields, a vote of all, and one tap that puts it in its place."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.chair.cockpit import after
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import page
from zukunftsparlament.kernel.refusals import Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.people.access import Me, SignedIn, Typed, leads
from zukunftsparlament.polls import actions as polls
from zukunftsparlament.polls.actions.guarding import problems_in
from zukunftsparlament.polls.queries.urgent import asked_already, is_accepted
from zukunftsparlament.polls.rules import Draft, Electorate, Kind, Secrecy
from zukunftsparlament.polls.rules.in_sitting import HeldAs
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.urgent import ask_for_urgent, item_for_asking, take_urgent, why_no_other_item
from zukunftsparlament.sittings.rules.agenda import ItemDraft, item_flaws
from zukunftsparlament.sittings.rules.course import innermost, why_not_reason


def question(title: str) -> Draft:
    """In German, as it will stand in the minutes."""
    with speaking(GERMAN):
        return Draft(
            question=_("Nehmen wir „{title}“ als dringenden Punkt auf?").format(title=title),
            yes_means=_("Wir reden heute noch darüber."),
            no_means=_("Wir reden heute nicht darüber."),
            kind=Kind.YES_NO_ABSTAIN,
            secrecy=Secrecy.OPEN,
            electorate=Electorate.SEATS,
        )


async def asked(number: int, form: Form, me: Me) -> int:
    """The number of the poll. Raises Wrong with the problem of each field."""
    title, reason = form.text("title"), form.text("reason")
    problems = {field: sentence(flaw) for field, flaw in item_flaws(ItemDraft(title=title)).items()}
    if why_not := why_not_reason(reason):
        problems["reason"] = sentence(why_not)
    problems = problems_in({"title": title, "reason": reason}, actor=me.actor) | problems
    if problems:
        raise Wrong(problems)
    async with writing():
        item = await item_for_asking(number, actor=me.actor)
        found = await queries.course(await queries.sitting(number))
        if (same := await asked_already(found.urgent, title)) is not None:  # the other chair, or another tab
            return same
        held = HeldAs(procedural=True)
        poll = await polls.prepare_in_sitting(number, item.mark, question(title), held=held, actor=me.actor)
        await ask_for_urgent(number, poll, title, reason, actor=me.actor)
    return poll


async def form_page(number: int, form: Form, **more: Any) -> Response[str]:
    sitting = await queries.sitting(number)
    items = await queries.agenda(sitting.id)
    flaw = why_no_other_item(sitting, items)
    why = sentence(flaw) if flaw else ""
    return page("chair/urgent.html", sitting=sitting, item=innermost(items), form=form, why=why, **more)


class UrgentController(Controller):
    path = "/vorsitz/{number:int}/dringend"
    guards = [leads]

    @get(name="urgent")
    async def show(self, number: FromPath[int]) -> Response[str]:
        return await form_page(number, Form())

    @post(name="urgent.ask", status_code=200)
    async def ask(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        try:
            poll = await asked(number, form, me)
        except Wrong as wrong:
            return await form_page(number, form, status=422, problems=wrong.problems)
        return await after(polls.open_poll(poll, actor=me.actor), number, me)

    @post("/{poll:int}/aufnahme", name="urgent.take", status_code=200)
    async def take(self, number: FromPath[int], poll: FromPath[int], me: SignedIn) -> Response[Any]:
        accepted = await is_accepted(poll)
        return await after(take_urgent(number, poll, accepted=accepted, actor=me.actor), number, me)
