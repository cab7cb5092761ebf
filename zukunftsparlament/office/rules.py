"""The desk where the rules of procedure get a new version."""

from typing import Any

from litestar import Controller, Response, get, post

from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.office.rules_form import form_of, json_in, problems_of
from zukunftsparlament.people.access import SignedIn, Typed, confirmed_office, office
from zukunftsparlament.people.queries import seat_count
from zukunftsparlament.procedure import plain, queries
from zukunftsparlament.procedure.actions import enter_version, read_new
from zukunftsparlament.procedure.rules import WrongRuleSet

HOME = "/buero/geschaeftsordnung"


async def form_page(form: Form, **more: Any) -> Response[str]:
    return page("office/rules/new.html", **{"form": form, "seats": await seat_count(), "chapters": None, **more})


async def wrong_page(form: Form, wrong: WrongRuleSet) -> Response[str]:
    return await form_page(form, status=422, problems=problems_of(wrong.problems))


class RulesController(Controller):
    path = HOME
    guards = [office]

    @get(name="rules")
    async def show(self, request: AnyRequest) -> Response[str]:
        in_force = await queries.valid_on()
        entered = query_form(request).number("neu")
        return page(
            "office/rules/all.html",
            versions=await queries.versions(),
            in_force=in_force.number,
            today=today(),
            entered=entered,
        )

    @get("/neu", name="rules.new")
    async def new(self, request: AnyRequest) -> Response[str]:
        asked = query_form(request).number("von")
        version = await (queries.by_number(asked) if asked else queries.valid_on())
        return await form_page(form_of(version.rules, valid_from=today().isoformat()))

    @post("/vorschau", status_code=200, name="rules.look")
    async def look(self, form: Typed) -> Response[str]:
        """What it would mean, in sentences. Nothing is stored."""
        seats = await seat_count()
        try:
            rules = read_new(json_in(form), seats=seats)
        except WrongRuleSet as wrong:
            return await wrong_page(form, wrong)
        before = (await queries.valid_on(rules.valid_from)).rules
        changes = plain.changes(before, rules, seats=seats)
        return await form_page(form, chapters=plain.chapters(rules, seats=seats), changes=changes)

    @post(guards=[confirmed_office], status_code=303, name="rules.enter")
    async def enter(self, form: Typed, me: SignedIn) -> Response[Any]:
        try:
            number = await enter_version(json_in(form), seats=await seat_count(), actor=me.actor)
        except WrongRuleSet as wrong:
            return await wrong_page(form, wrong)
        return go_to(f"{HOME}?neu={number}")
