"""Polls at the office's desk: the same list as the chairs', in the office's frame."""

from litestar import Controller, Response, get

from zukunftsparlament.kernel.pages import page
from zukunftsparlament.people.access import office
from zukunftsparlament.polls import queries


class OfficePollController(Controller):
    path = "/buero/abstimmungen"
    guards = [office]

    @get(name="office.polls")
    async def desk(self) -> Response[str]:
        return page("office/polls.html", polls=await queries.to_lead(), ties=await queries.waiting_ties())
