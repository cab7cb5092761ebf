"""The points of one paper on one page."""

from litestar import Controller, Response, get
from litestar.params import FromPath

from zukunftsparlament.kernel.pages import kept
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import public
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.controllers.doors import must_be_inside


class SeriesController(Controller):
    path = "/abstimmungen/reihen"
    guards = [public]

    @get("/{number:int}", name="series")
    async def show(self, number: FromPath[int]) -> Response[str]:
        template = "polls/_series.html" if visit.get().wants_fragment else "polls/series.html"
        series = await queries.series(number)
        for point in series.points:
            if point.poll is not None:
                must_be_inside(point.poll)
        return kept(template, series=series)
