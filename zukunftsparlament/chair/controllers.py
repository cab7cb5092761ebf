"""The desk of the two chairs: what waits for a step of theirs."""

from litestar import Controller, Response, get

from zukunftsparlament.kernel.pages import page
from zukunftsparlament.people.access import leads
from zukunftsparlament.polls import queries
from zukunftsparlament.sittings import texts as texts
from zukunftsparlament.sittings.queries.listed import to_lead


class ChairController(Controller):
    path = "/vorsitz"
    guards = [leads]

    @get(name="chair")
    async def desk(self) -> Response[str]:
        sittings = sorted(await to_lead(), key=lambda one: not one.goes_on)
        return page(
            "chair/desk.html",
            sittings=sittings,
            polls=await queries.to_lead(),
            ties=await queries.waiting_ties(),
        )
