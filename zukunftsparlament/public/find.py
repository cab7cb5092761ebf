"""Finding something: in proposals, contributions, decisions and answers."""

from urllib.parse import urlencode

from litestar import Controller, Response, get

from zukunftsparlament.kernel.forms import query_form
from zukunftsparlament.kernel.pages import AnyRequest, kept
from zukunftsparlament.kernel.texts import N_
from zukunftsparlament.people.access import public
from zukunftsparlament.search import queries
from zukunftsparlament.search.rules import KINDS, LETTERS_ASKED

PER_PAGE = 20
# In the address, what it means, and the word for it.
FILTERS = {
    "vorschlaege": ("proposal", N_("Vorschläge")),
    "beitraege": ("comment", N_("Beiträge")),
    "entscheidungen": ("poll", N_("Entscheidungen")),
    "antworten": ("answer", N_("Antworten")),
}
NAMES = {
    "proposal": N_("Vorschlag"),
    "comment": N_("Beitrag zu"),
    "poll": N_("Entscheidung"),
    "answer": N_("Antwort auf"),
}


class FindController(Controller):
    guards = [public]

    @get("/suche", name="find")
    async def find(self, request: AnyRequest) -> Response[str]:
        asked = query_form(request)
        words, only = asked.text("worte")[:LETTERS_ASKED], asked.text("art")
        only = only if only in FILTERS else ""
        found = await queries.find(words, kinds=[FILTERS[only][0]] if only else KINDS)
        pages = max(1, -(-len(found.hits) // PER_PAGE))
        page = min(max(1, asked.number("seite") or 1), pages)
        part = found.hits[(page - 1) * PER_PAGE : page * PER_PAGE]
        return kept(
            "public/find.html",
            words=words,
            only=only,
            found=found,
            shown=await queries.read(part, found.words) if part else [],
            page=page,
            pages=pages,
            address=f"/suche?{urlencode({'worte': words, 'art': only})}&seite=",
            filters=FILTERS,
            names=NAMES,
        )
