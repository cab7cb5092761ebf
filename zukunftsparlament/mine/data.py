"""What is known about somebody: for reading and printing, and as a file for taking along."""

import json

from litestar import Controller, Response, get

from zukunftsparlament.kernel.pages import download, page
from zukunftsparlament.mine.data_sections import sections
from zukunftsparlament.mine.own_data import as_document, tables_of
from zukunftsparlament.people import queries
from zukunftsparlament.people.access import SignedIn, has_card


class OwnDataController(Controller):
    guards = [has_card]

    @get("/meins/daten", name="mine.data")
    async def show(self, me: SignedIn) -> Response[str]:
        return page("mine/data.html", sections=sections(await tables_of(me.card)))

    @get("/meins/daten.json", name="mine.data_json")
    async def as_file(self, me: SignedIn) -> Response[bytes]:
        where = await queries.municipality()
        told = as_document(await tables_of(me.card), parliament=where["parliament"])
        body = json.dumps(told, ensure_ascii=False, indent=1).encode()
        return download(body, name="meine-daten.json", media_type="application/json")
