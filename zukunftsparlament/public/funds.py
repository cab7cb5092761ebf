"""What the parliament has to spend, and what it was spent on: for everybody."""

from dataclasses import dataclass

from litestar import Controller, Response, get

from zukunftsparlament.kernel.pages import kept
from zukunftsparlament.people.access import public
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.queries import Entry, Fund


@dataclass(frozen=True, slots=True)
class FundShown:
    fund: Fund
    entries: list[Entry]


class MoneyController(Controller):
    path = "/geld"
    guards = [public]

    @get(name="money")
    async def all(self) -> Response[str]:
        entries = await queries.all_entries()
        shown = [FundShown(fund, entries.get(fund.id, [])) for fund in await queries.funds()]
        return kept("public/money.html", shown=shown)
