"""Electing persons: what is elected, who stands, the ballots, who accepts. Each a tap from an item of the agenda."""

from collections.abc import Awaitable
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.chair.election_form import first_form, read
from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.hub import hub
from zukunftsparlament.kernel.pages import AnyRequest, go_to, page
from zukunftsparlament.kernel.refusals import Missing, Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import Me, SignedIn, Typed, leads
from zukunftsparlament.polls import queries as polls
from zukunftsparlament.polls.actions import answering_election, electing
from zukunftsparlament.polls.actions.election_ballots import prepare_ballots
from zukunftsparlament.polls.actions.planning_election import plan_election
from zukunftsparlament.polls.queries.elections import election, elections_of
from zukunftsparlament.polls.rules.answers import Answer
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.rules import ItemKind


class ElectionController(Controller):
    path = "/vorsitz/{number:int}/punkte/{mark:int}/wahl"
    guards = [leads]

    @get(name="election.new")
    async def new(self, request: AnyRequest, number: FromPath[int], mark: FromPath[int]) -> Response[Any]:
        sitting = await sittings.sitting(number)
        there = await elections_of((await sittings.item(sitting.id, mark)).id)
        if there and not query_form(request).text("neu"):
            return go_to(there[-1].address)
        return await form_page(number, mark, await first_form(number, mark))

    @post(name="election.plan", status_code=303)
    async def plan(self, number: FromPath[int], mark: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        try:
            new = await plan_election(number, mark, read(form), actor=me.actor)
        except Wrong as wrong:
            return await form_page(number, mark, form, status=422, problems=wrong.problems)
        return go_to(f"/vorsitz/{number}/punkte/{mark}/wahl/{new}")


async def form_page(number: int, mark: int, form: Form, **more: Any) -> Response[str]:
    sitting = await sittings.sitting(number)
    item = await sittings.item(sitting.id, mark)
    if item.kind is not ItemKind.ELECTION:
        raise Missing
    return page("chair/election_new.html", sitting=sitting, item=item, form=form, **more)


class HeldElectionController(Controller):
    path = "/vorsitz/{number:int}/punkte/{mark:int}/wahl/{which:int}"
    guards = [leads]

    @get(name="election")
    async def show(self, number: FromPath[int], mark: FromPath[int], which: FromPath[int], me: SignedIn) -> Any:
        return await shown(number, mark, which, me)

    @post("/liste", name="election.name", status_code=200)
    async def name(
        self, number: FromPath[int], mark: FromPath[int], which: FromPath[int], form: Typed, me: SignedIn
    ) -> Response[Any]:
        """Of somebody in the room, by their pseudonym: no two are the same."""
        here = await sittings.here((await sittings.sitting(number)).id)
        member = next((one.member for one in here if one.name and one.name == form.text("name")), 0)
        act = electing.name_candidate(number, mark, which, member, form.text("side"), actor=me.actor)
        return await after(act, number, mark, which, me)

    @post("/liste/{place:int}/zusage", name="election.agree", status_code=200)
    async def agree(
        self, number: FromPath[int], mark: FromPath[int], which: FromPath[int], place: FromPath[int], me: SignedIn
    ) -> Response[Any]:
        act = electing.agree_aloud(number, mark, which, place, actor=me.actor)
        return await after(act, number, mark, which, me)

    @post("/liste/{place:int}/antwort", name="election.answer", status_code=200)
    async def answer(
        self,
        number: FromPath[int],
        mark: FromPath[int],
        which: FromPath[int],
        place: FromPath[int],
        form: Typed,
        me: SignedIn,
    ) -> Response[Any]:
        said = form.text("accepts")
        answer = Answer(said) if said in list(Answer) else Answer.OPEN
        act = answering_election.answer_aloud(number, mark, which, place, answer, actor=me.actor)
        return await after(act, number, mark, which, me)

    @post("/stimmzettel", name="election.ballots", status_code=200)
    async def ballots(
        self, number: FromPath[int], mark: FromPath[int], which: FromPath[int], form: Typed, me: SignedIn
    ) -> Response[Any]:
        two_key = form.text("keys") == "two"
        act = prepare_ballots(number, mark, which, two_key=two_key, actor=me.actor)
        return await after(act, number, mark, which, me)


async def shown(number: int, mark: int, which: int, me: Me, *, status: int = 200, why: str = "") -> Response[str]:
    """Whole, or only what changes in it. `why`: what was tapped cannot be done."""
    sitting = await sittings.sitting(number)
    version = hub.version(sitting.room)
    item = await sittings.item(sitting.id, mark)
    found = await election(item.id, which)
    here = await sittings.here(sitting.id)
    return page(
        "chair/_election.html" if visit.get().wants_fragment else "chair/election.html",
        status=status,
        sitting=sitting,
        version=version,
        item=item,
        election=found,
        others=[one for one in here if one.name and found.is_open_to(one) and found.of(one.member) is None],
        decides=await sittings.may_decide(me.actor),
        keys=await polls.why_not_two_keys() is None,
        why=why,
    )


async def after(act: Awaitable[object], number: int, mark: int, which: int, me: Me) -> Response[Any]:
    try:
        await act
    except Wrong as wrong:
        return await shown(number, mark, which, me, status=422, why=" ".join(wrong.problems.values()))
    except Refused as refused:
        return await shown(number, mark, which, me, status=409, why=sentence(refused.reason))
    if visit.get().wants_fragment:
        return await shown(number, mark, which, me)
    return go_to(f"/vorsitz/{number}/punkte/{mark}/wahl/{which}")
