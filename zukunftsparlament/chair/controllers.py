"""The desk of the two chairs: what waits for a step of theirs."""

from litestar import Controller, Response, get

from zukunftsparlament.kernel.pages import page
from zukunftsparlament.people.access import leads
from zukunftsparlament.polls import queries


class ChairController(Controller):
    path = "/vorsitz"
    guards = [leads]

    @get(name="chair")
    async def desk(self) -> Response[str]:
        return page("chair/desk.html", polls=await queries.to_lead(), ties=await queries.waiting_ties())
