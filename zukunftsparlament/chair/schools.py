"""Who votes for each school, where each has one vote."""

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.chair.votes import must_belong
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.people.access import SignedIn, Typed, leads
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.queries.delegations import delegations_in, voices_here
from zukunftsparlament.sittings import queries as sittings


class SchoolVoteController(Controller):
    path = "/vorsitz/{number:int}/abstimmungen/{poll:int}/schulen"
    guards = [leads]

    @get(name="vote.schools")
    async def show(self, number: FromPath[int], poll: FromPath[int]) -> Response[str]:
        await must_belong(poll, number)
        sitting, found = await sittings.sitting(number), await queries.poll(poll)
        delegations = await delegations_in(found, await sittings.meeting(sitting))
        voices = await voices_here(found)
        return page("chair/schools.html", sitting=sitting, poll=found, delegations=delegations, voices=voices)

    @post(name="vote.schools.choose", status_code=303)
    async def choose(self, number: FromPath[int], poll: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        await must_belong(poll, number)
        await actions.choose_voice(poll, form.number("seat") or 0, actor=me.actor)
        return go_to(f"/vorsitz/{number}/abstimmungen/{poll}/schulen")
