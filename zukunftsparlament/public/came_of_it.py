"""Was ist daraus geworden? Every hand-over and answer, with its clock, for everybody."""

import asyncio

from litestar import Controller, Response, get
from litestar.params import FromPath

from zukunftsparlament.dossiers.leaflets import FILES, printed
from zukunftsparlament.handovers import (
    queries,
    texts,  # noqa: F401  teaches the templates the words of the clock
)
from zukunftsparlament.kernel.forms import query_form
from zukunftsparlament.kernel.pages import AnyRequest, download, kept
from zukunftsparlament.kernel.refusals import Missing
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

    @get("/{number:int}", name="came_of_it.one")
    async def one(self, number: FromPath[int]) -> Response[str]:
        return kept("public/came_of_one.html", number=number, outcomes=await queries.outcomes_of(number))

    @get("/{number:int}/{name:str}", name="came_of_it.leaflet")
    async def leaflet(self, number: FromPath[int], name: FromPath[str]) -> Response[bytes]:
        file, _, ending = name.partition(".")
        if file not in FILES or ending != "pdf":
            raise Missing
        body = await asyncio.to_thread(printed, file, await queries.leaflet(number))
        return download(body, name=f"uebergabe-{number}-{file}.pdf", media_type="application/pdf")
