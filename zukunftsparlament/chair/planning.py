"""Planning a sitting: when, where, who."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.chair.asking_back import OF_A_SITTING, asks_back
from zukunftsparlament.chair.sitting_form import SittingForm, filled
from zukunftsparlament.handovers.queries import bodies
from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.people.access import SignedIn, Typed, leads
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.planning import change_sitting, plan_sitting
from zukunftsparlament.sittings.actions.second_call import call_again
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.queries.offered import guests
from zukunftsparlament.sittings.queries.second_call import why_no_second_call

USUAL = (("kind", "official"), ("begins", "16:30"), ("ends", "18:00"))


async def plan_page(
    form: Form,
    *,
    sitting: Sitting | None = None,
    again: Sitting | None = None,
    status: int = 200,
    problems: dict[str, str] | None = None,
) -> Response[str]:
    """`sitting`: the one that is changed. `again`: the one that was not quorate."""
    names = [body.name for body in await bodies()]
    return page(
        "chair/plan.html",
        status=status,
        form=form,
        plan=sitting,
        again=again,
        bodies=names,
        problems=problems or {},
    )


async def called_again(form: Form) -> Sitting | None:
    """The sitting that this one is the second call of. Raises Missing."""
    number = form.number("second_call_of")
    return None if number is None else await queries.sitting(number)


class PlanningController(Controller):
    path = "/vorsitz"
    guards = [leads]

    @get("/neu", name="sitting.new")
    async def new(self, request: AnyRequest) -> Response[str]:
        again = await called_again(query_form(request))
        if again is None:
            return await plan_page(Form([*USUAL]))
        if why_not := await why_no_second_call(again):
            raise Refused(why_not)
        form = filled(again, await guests(again.id)).without("day", "urgent_reason")
        return await plan_page(Form(form), again=again)

    @post("/neu", name="sitting.plan", status_code=303)
    async def plan(self, form: Typed, me: SignedIn) -> Response[Any]:
        again = await called_again(form)
        read = SittingForm(form)
        try:
            draft = read.draft()
            problems = asks_back(form, OF_A_SITTING, actor=me.actor) | read.problems
            if again:
                number = await call_again(again.number, draft, actor=me.actor, problems=problems)
            else:
                number = await plan_sitting(draft, actor=me.actor, problems=problems)
        except Wrong as wrong:
            return await plan_page(form, again=again, status=422, problems=wrong.problems)
        return go_to(f"/vorsitz/{number}/tagesordnung")

    @get("/{number:int}/planung", name="sitting.edit")
    async def edit(self, number: FromPath[int]) -> Response[str]:
        sitting = await queries.sitting(number)
        return await plan_page(filled(sitting, await guests(sitting.id)), sitting=sitting)

    @post("/{number:int}/planung", name="sitting.change", status_code=303)
    async def change(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        read = SittingForm(form)
        try:
            draft = read.draft()
            problems = asks_back(form, OF_A_SITTING, actor=me.actor) | read.problems
            await change_sitting(number, draft, actor=me.actor, problems=problems)
        except Wrong as wrong:
            sitting = await queries.sitting(number)
            return await plan_page(form, sitting=sitting, status=422, problems=wrong.problems)
        return go_to(f"/vorsitz/{number}/tagesordnung")
