"""Was ist daraus geworden? Every hand-over and answer, with its clock, for everybody."""

from litestar import Controller, Response, get

from zukunftsparlament.handovers import (
    queries,
    texts,  # noqa: F401  teaches the templates the words of the clock
)
from zukunftsparlament.kernel.forms import query_form
from zukunftsparlament.kernel.pages import AnyRequest, kept
from zukunftsparlament.people.access import public


class CameOfItController(Controller):
    path = "/daraus-geworden"
    guards = [public]

    @get(name="came_of_it")
    async def show(self, request: AnyRequest) -> Response[str]:
        page = query_form(request).number("seite") or 1
        counts = await queries.counts()
        found = await queries.outcomes(page)
        return kept(
            "public/came_of_it.html", outcomes=found, counts=counts, page=page, pages=queries.pages(counts.decisions)
        )
