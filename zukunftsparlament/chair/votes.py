"""The votes of a sitting as its chairs lead them: two taps from an item of its agenda to a question on all phones."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.chair.cockpit import after
from zukunftsparlament.chair.vote_form import HeldForm, typed_again
from zukunftsparlament.chair.vote_words import KindOfVote, Put, first_form, kind_of_vote, put
from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Missing, Wrong
from zukunftsparlament.people.access import Me, SignedIn, Typed, leads
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.rules import PollState

COUNTDOWN = 10  # seconds in which late taps count, and either chair may stop it


class VoteController(Controller):
    path = "/vorsitz/{number:int}/punkte/{mark:int}/abstimmung"
    guards = [leads]

    @get(name="vote.new")
    async def new(self, request: AnyRequest, number: FromPath[int], mark: FromPath[int]) -> Response[str]:
        asked = query_form(request)
        kind = kind_of_vote(asked.text("art"))
        found = await put(number, mark)
        return await form_page(found, kind, await first_form(found, kind, after=asked.number("nach")))

    @post("/art", name="vote.other_kind", status_code=200)
    async def other_kind(self, number: FromPath[int], mark: FromPath[int], form: Typed) -> Response[str]:
        """Prepares nothing yet: the same form with the fields of another kind; what was typed stays."""
        kind = kind_of_vote(form.text("art"))
        found = await put(number, mark)
        suggested = await first_form(found, kind_of_vote(form.text("kind")))
        fresh = await first_form(found, kind)
        return await form_page(found, kind, typed_again(form, suggested=suggested, fresh=fresh))

    @post(name="vote.prepare", status_code=303)
    async def prepare(self, number: FromPath[int], mark: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        read = HeldForm(form)
        try:
            polls = await prepared(number, mark, read, me)
        except Wrong as wrong:
            return await form_page(await put(number, mark), read.kind, form, status=422, problems=wrong.problems)
        if form.text("then") == "open" and polls:
            return await after(actions.open_poll(polls, actor=me.actor), number, me)
        return go_to(f"/vorsitz/{number}")

    @post("/uebung", name="vote.practise", status_code=303)
    async def practise(self, number: FromPath[int], mark: FromPath[int], me: SignedIn) -> Response[Any]:
        poll = await actions.practise_in_sitting(number, mark, actor=me.actor)
        return await after(actions.open_poll(poll, actor=me.actor), number, me)


async def prepared(number: int, mark: int, read: HeldForm, me: Me) -> int | None:
    """The number of the poll; of several points the first one."""
    if read.kind is KindOfVote.POINTS:
        points = read.series()
        return await actions.prepare_points_in_sitting(
            number, mark, points, held=read.held(), actor=me.actor, problems=read.problems
        )
    draft = read.draft()
    return await actions.prepare_in_sitting(
        number, mark, draft, held=read.held(), actor=me.actor, problems=read.problems
    )


async def form_page(found: Put, kind: KindOfVote, form: Form, **more: Any) -> Response[str]:
    waiting = [poll for poll in await queries.polls_about(found.item.id) if poll.state is PollState.PREPARED]
    return page(
        "chair/vote_new.html",
        sitting=found.sitting,
        item=found.item,
        kind=kind.value,
        form=form,
        funds=[fund for fund in await queries.funds() if fund.free > 0],
        motions=[[str(poll.number), poll.question] for poll in waiting if not poll.practice and poll.amends is None],
        **more,
    )


class LeadVoteController(Controller):
    path = "/vorsitz/{number:int}/abstimmungen/{poll:int}"
    guards = [leads]

    @post("/eroeffnung", name="vote.open", status_code=200)
    async def open(self, number: FromPath[int], poll: FromPath[int], me: SignedIn) -> Response[Any]:
        await must_belong(poll, number)
        return await after(actions.open_poll(poll, actor=me.actor), number, me)

    @post("/schluss", name="vote.close", status_code=200)
    async def close(self, number: FromPath[int], poll: FromPath[int], me: SignedIn) -> Response[Any]:
        await must_belong(poll, number)
        return await after(actions.close_poll(poll, countdown=COUNTDOWN, actor=me.actor), number, me)

    @post("/schluss/halt", name="vote.stop", status_code=200)
    async def stop(self, number: FromPath[int], poll: FromPath[int], me: SignedIn) -> Response[Any]:
        await must_belong(poll, number)
        return await after(actions.stop_closing(poll, actor=me.actor), number, me)

    @post("/ergebnis", name="vote.show", status_code=200)
    async def show(self, number: FromPath[int], poll: FromPath[int], me: SignedIn) -> Response[Any]:
        await must_belong(poll, number)
        return await after(actions.show_result(poll, actor=me.actor), number, me)


async def must_belong(poll: int, sitting: int) -> None:
    if (await queries.poll(poll)).sitting_number != sitting:
        raise Missing
