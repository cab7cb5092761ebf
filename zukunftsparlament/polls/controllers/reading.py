"""The list of polls, and one poll. What changes while somebody looks is a live region; a form never is."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, kept
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import SignedIn, Typed, leads, public, whoever
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.controllers import preparing
from zukunftsparlament.polls.controllers.doors import must_be_inside
from zukunftsparlament.polls.controllers.now import lead_of, now_of, wish_of


class PollController(Controller):
    path = "/abstimmungen"
    guards = [public]

    @get(name="polls")
    async def all(self, request: AnyRequest) -> Response[str]:
        me = whoever()
        ended = await queries.ended(query_form(request).number("seite") or 1)
        mine = await queries.polls_for(me.member if me else None)
        template = "polls/_running.html" if visit.get().wants_fragment else "polls/all.html"
        return kept(template, mine=mine, ended=ended, leads=bool(me and me.leads))

    @post(name="polls.prepare", status_code=303, guards=[leads])
    async def prepare(self, form: Typed, me: SignedIn) -> Response[Any]:
        return await preparing.prepare(form, me.actor)

    @get("/{number:int}", name="poll")
    async def one(self, request: AnyRequest, number: FromPath[int]) -> Response[str]:
        me = whoever()
        found = await queries.measured(number)
        must_be_inside(found.poll)
        may_lead = bool(me and me.leads)
        seen = query_form(request).text("gesehen") or found.poll.state.value
        now = await now_of(found.poll, me.member if me else None, seen=seen if may_lead else "")
        if visit.get().wants_fragment:
            return kept("polls/_now.html", now=now)
        lead = await lead_of(found, now) if may_lead else None
        wish = await wish_of(found.poll, me)
        return kept(
            "polls/one.html",
            found=found,
            poll=found.poll,
            series=await queries.series_of(found.poll),
            now=now,
            lead=lead,
            wish=wish,
            form=Form(),
        )

    @get("/{number:int}/stand", name="poll.now")
    async def banner(self, number: FromPath[int]) -> Response[str]:
        """For whoever holds a ballot: says that the poll is about to close, or closed. Nothing while it is open."""
        poll = await queries.poll(number)
        must_be_inside(poll)
        return kept("polls/_banner.html", poll=poll, explanation=await queries.explanation_of(poll.id))
