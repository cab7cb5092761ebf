"""The items of a sitting while it goes on: call one up, end it, take back a wrong tap."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.chair.cockpit import after, shown, votes_must_be_out
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.people.access import Me, SignedIn, Typed, leads
from zukunftsparlament.polls import queries as polls
from zukunftsparlament.sittings import actions, queries, rules
from zukunftsparlament.sittings.rules import End, Halt

ABOUT_THE_REASON = (Halt.REASON_MISSING, Halt.REASON_TOO_LONG)


async def end_form(number: int, mark: int, form: Form, *, status: int = 200, wrong: str = "") -> Response[str]:
    sitting = await queries.sitting(number)
    item = await queries.item(sitting.id, mark)
    *too, _itself = rules.to_end(await queries.agenda(sitting.id), item)
    more = {"problems": {"reason": wrong} if wrong else {}, "too": too[::-1]}
    return page("chair/end_item.html", status=status, sitting=sitting, item=item, form=form, **more)


async def end_as_done(number: int, mark: int, me: Me) -> None:
    await votes_must_be_out(number)
    await actions.end_item(number, mark, End.DONE, actor=me.actor)


async def ties_must_be_settled(number: int, mark: int) -> None:
    """What has been voted on is not taken off the agenda while nobody knows how it ended. Raises Refused."""
    item = await queries.item((await queries.sitting(number)).id, mark)
    if any(tie.counted.poll.item == item.id for tie in await polls.waiting_ties()):
        raise Refused(Halt.TIE_IS_OPEN)


class CourseItemsController(Controller):
    path = "/vorsitz/{number:int}/punkte"
    guards = [leads]

    @get(name="course.items")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        sitting = await queries.sitting(number)
        lead = await queries.lead(sitting)
        decides = await queries.may_decide(me.actor)
        return page("chair/course_items.html", sitting=sitting, lead=lead, decides=decides)

    @post("/{mark:int}/beginn", name="item.begin", status_code=200)
    async def begin(self, number: FromPath[int], mark: FromPath[int], me: SignedIn) -> Response[Any]:
        return await after(actions.begin_item(number, mark, actor=me.actor), number, me)

    @post("/{mark:int}/beginn/ruecknahme", name="item.unbegin", status_code=200)
    async def unbegin(self, number: FromPath[int], mark: FromPath[int], me: SignedIn) -> Response[Any]:
        return await after(actions.unbegin_item(number, mark, actor=me.actor), number, me)

    @post("/{mark:int}/ende/ruecknahme", name="item.reopen", status_code=200)
    async def reopen(self, number: FromPath[int], mark: FromPath[int], me: SignedIn) -> Response[Any]:
        return await after(actions.reopen_item(number, mark, actor=me.actor), number, me)

    @get("/{mark:int}/ende", name="item.end_form")
    async def ending(self, number: FromPath[int], mark: FromPath[int]) -> Response[str]:
        return await end_form(number, mark, Form())

    @post("/{mark:int}/ende", name="item.end", status_code=200)
    async def end(self, number: FromPath[int], mark: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        """At once, or after a countdown where it cannot be taken back."""
        as_ = form.text("as")
        if as_ == End.DONE:
            return await after(end_as_done(number, mark, me), number, me)
        return await self._end_otherwise(number, mark, form, me)

    async def _end_otherwise(self, number: int, mark: int, form: Form, me: Me) -> Response[Any]:
        as_, reason = form.text("as"), form.text("reason")
        if as_ not in list(End):
            return await end_form(number, mark, form, status=422, wrong=sentence(Halt.END_MISSING))
        try:
            await votes_must_be_out(number)
            if as_ != End.ADJOURNED:
                await ties_must_be_settled(number, mark)
            if rules.waits_for_a_countdown(End(as_)):
                await actions.announce_end(number, mark, as_, reason, actor=me.actor)
            else:
                await actions.end_item(number, mark, as_, reason, actor=me.actor)
        except Refused as refused:
            if refused.reason in ABOUT_THE_REASON:
                return await end_form(number, mark, form, status=422, wrong=sentence(refused.reason))
            return await shown(number, me, status=409, why=sentence(refused.reason))
        return go_to(f"/vorsitz/{number}")
