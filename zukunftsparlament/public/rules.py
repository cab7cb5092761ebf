"""How the parliament decides, in plain sentences, for everybody: each version and what it changed."""

from litestar import Controller, Response, get
from litestar.params import FromPath

from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.pages import page
from zukunftsparlament.people.access import public
from zukunftsparlament.people.queries import seat_count
from zukunftsparlament.procedure import plain, queries
from zukunftsparlament.procedure.queries import Version


class RulesOfProcedureController(Controller):
    path = "/geschaeftsordnung"
    guards = [public]

    @get(name="procedure")
    async def show(self) -> Response[str]:
        return await _page((await queries.valid_on()).number)

    @get("/{number:int}", name="procedure.version")
    async def version(self, number: FromPath[int]) -> Response[str]:
        return await _page(number)


async def _page(number: int) -> Response[str]:
    """Not kept in memory: at midnight another version may be the one that is valid."""
    versions = await queries.versions()
    at = next((place for place, one in enumerate(versions) if one.number == number), None)
    if at is None:
        return await _page_of(await queries.by_number(number), None, versions)  # says that there is none
    before = versions[at + 1] if at + 1 < len(versions) else None
    return await _page_of(versions[at], before, versions)


async def _page_of(version: Version, before: Version | None, versions: list[Version]) -> Response[str]:
    seats = await seat_count()
    return page(
        "public/rules.html",
        version=version,
        before=before,
        chapters=plain.chapters(version.rules, seats=seats),
        changes=plain.changes(before.rules, version.rules, seats=seats) if before else {},
        versions=versions,
        in_force=(await queries.valid_on()).number,
        today=today(),
    )
