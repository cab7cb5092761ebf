"""The steps of those who lead a poll, chairs and office alike: each comes into being with a time and an author."""

from typing import Any

from litestar import Controller, Response, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.people.access import SignedIn, Typed, leads
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.rules import WhyNot

USUAL_COUNTDOWN = 10  # seconds
NO_NUMBER = -1  # what is typed and is no number of seconds: the rules refuse it
FIELDS = {
    WhyNot.REASON_MISSING: "reason",
    WhyNot.REASON_TOO_LONG: "reason",
    WhyNot.COUNTDOWN_TOO_LONG: "countdown",
}


def countdown_in(form: Form) -> int:
    if not form.text("countdown"):
        return USUAL_COUNTDOWN
    number = form.number("countdown")
    return NO_NUMBER if number is None else number


async def back_to(number: int) -> Response[Any]:
    """Whoever leads a sitting leads on from there."""
    held = await queries.held_at(await queries.poll(number))
    if held is not None and held.sitting.goes_on:
        return go_to(f"/vorsitz/{held.sitting.number}")
    return go_to(f"/abstimmungen/{number}")


class LeadController(Controller):
    path = "/abstimmungen/{number:int}"
    guards = [leads]

    @post("/eroeffnung", name="poll.open", status_code=303)
    async def open(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await actions.open_poll(number, actor=me.actor)
        return await back_to(number)

    @post("/schluss", name="poll.close", status_code=303)
    async def close(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        try:
            await actions.close_poll(number, countdown=countdown_in(form), actor=me.actor)
        except Refused as refused:
            return await self._again(number, form, refused)
        return await back_to(number)

    @post("/schluss/halt", name="poll.stop_closing", status_code=303)
    async def stop_closing(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await actions.stop_closing(number, actor=me.actor)
        return await back_to(number)

    @post("/auszaehlung", name="poll.count", status_code=303)
    async def count(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await actions.count_poll(number, actor=me.actor)
        return await back_to(number)

    @post("/veroeffentlichung", name="poll.publish", status_code=303)
    async def publish(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        await actions.publish_poll(number, actor=me.actor)
        return await back_to(number)

    @post("/aufhebung", name="poll.void", status_code=303)
    async def void(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        try:
            await actions.void_poll(number, form.text("reason"), actor=me.actor)
        except Wrong as wrong:
            return await self._form(number, form, wrong.problems)
        except Refused as refused:
            return await self._again(number, form, refused)
        return await back_to(number)

    async def _again(self, number: int, form: Form, refused: Refused) -> Response[str]:
        """A form that cannot be taken as it is comes back with what was typed; other reasons are the rule's no."""
        field = FIELDS.get(refused.reason) if isinstance(refused.reason, WhyNot) else None
        if field is None:
            raise refused
        return await self._form(number, form, {field: sentence(refused.reason)})

    async def _form(self, number: int, form: Form, problems: dict[str, str]) -> Response[str]:
        return page("polls/void.html", status=422, poll=await queries.poll(number), form=form, problems=problems)
