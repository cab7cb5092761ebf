"""What this is, who is behind it, what is known about you, and where to find help."""

from litestar import Controller, Response, get

from zukunftsparlament.kernel.pages import kept
from zukunftsparlament.people import queries
from zukunftsparlament.people.access import public


class AboutController(Controller):
    guards = [public]

    @get("/ueber", name="about")
    async def show(self) -> Response[str]:
        return kept("public/about.html", municipality=await queries.municipality())
