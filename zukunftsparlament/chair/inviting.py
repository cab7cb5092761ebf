"""Inviting and calling off: each on a page of its own that says what it means."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Wrong
from zukunftsparlament.people.access import SignedIn, Typed, leads
from zukunftsparlament.sittings import queries
from zukunftsparlament.sittings.actions.inviting import cancel, invite
from zukunftsparlament.sittings.deadline_texts import invitation_too_late
from zukunftsparlament.sittings.queries.offered import guests
from zukunftsparlament.sittings.queries.periods import periods

NO_PROBLEMS: dict[str, str] = {}


async def invite_page(
    number: int, form: Form, *, status: int = 200, problems: dict[str, str] = NO_PROBLEMS
) -> Response[str]:
    sitting = await queries.sitting(number)
    found = await periods(sitting)
    return page(
        "chair/invite.html",
        status=status,
        sitting=sitting,
        items=await queries.agenda(sitting.id),
        guests=await guests(sitting.id),
        periods=found,
        today=today(),
        late=invitation_too_late(found, today()) if sitting.is_binding else "",
        form=form,
        problems=problems,
    )


async def cancel_page(
    number: int, form: Form, *, status: int = 200, problems: dict[str, str] = NO_PROBLEMS
) -> Response[str]:
    sitting = await queries.sitting(number)
    return page("chair/cancel.html", status=status, sitting=sitting, form=form, problems=problems)


class InvitingController(Controller):
    path = "/vorsitz/{number:int}"
    guards = [leads]

    @get("/einladung", name="invite")
    async def show(self, number: FromPath[int]) -> Response[str]:
        return await invite_page(number, Form())

    @post("/einladung", name="invite.send", status_code=303)
    async def invite(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        try:
            await invite(number, actor=me.actor, late_reason=form.text("late_reason"))
        except Wrong as wrong:
            return await invite_page(number, form, status=422, problems=wrong.problems)
        return go_to(f"/sitzungen/{number}")

    @get("/absage", name="cancel")
    async def ask(self, number: FromPath[int]) -> Response[str]:
        return await cancel_page(number, Form())

    @post("/absage", name="cancel.do", status_code=303)
    async def cancel(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        try:
            await cancel(number, form.text("reason"), actor=me.actor)
        except Wrong as wrong:
            return await cancel_page(number, form, status=422, problems=wrong.problems)
        return go_to(f"/vorsitz/{number}/tagesordnung")
