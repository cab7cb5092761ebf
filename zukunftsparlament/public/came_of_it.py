"""Was ist daraus geworden? Every hand-over and answer, with its clock, for everybody."""

import asyncio
from urllib.parse import urlencode

from litestar import Controller, Response, get
from litestar.params import FromPath

from zukunftsparlament.dossiers.leaflets import FILES, printed
from zukunftsparlament.handovers import (
    queries,
    texts,
)
from zukunftsparlament.handovers.queries import Asked, State
from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, download, kept
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.people.access import public
from zukunftsparlament.proposals.texts import TOPICS

NAMES = ("gremium", "thema", "stand", "jahr")


class CameOfItController(Controller):
    path = "/daraus-geworden"
    guards = [public]

    @get(name="came_of_it")
    async def show(self, request: AnyRequest) -> Response[str]:
        form = query_form(request)
        page, asked = form.number("seite") or 1, asked_in(form)
        found, pages = await queries.outcomes(page, asked)
        way_on = urlencode({name: form.text(name) for name in NAMES if form.text(name)} | {"seite": ""})
        overview = await queries.overview()
        return kept(
            "public/came_of_it.html",
            outcomes=found,
            earlier=await earlier(found),
            counts=await queries.counts(),
            overview=overview,
            asked_for=bool(asked),
            fields=fields(overview, asked),
            page=page,
            pages=pages,
            pages_address=f"/daraus-geworden?{way_on}",
        )

    @get("/{number:int}", name="came_of_it.one")
    async def one(self, number: FromPath[int]) -> Response[str]:
        ways = await queries.ways_of(number)
        stations = [station for way in ways for station in way.stations]
        return kept("public/came_of_one.html", number=number, ways=ways, earlier=await earlier(stations))

    @get("/{number:int}/{name:str}", name="came_of_it.leaflet")
    async def leaflet(self, number: FromPath[int], name: FromPath[str]) -> Response[bytes]:
        file, _, ending = name.partition(".")
        if file not in FILES or ending != "pdf":
            raise Missing
        body = await asyncio.to_thread(printed, file, await queries.leaflet(number))
        return download(body, name=f"uebergabe-{number}-{file}.pdf", media_type="application/pdf")


def asked_in(form: Form) -> Asked:
    """What the address asks for; a word that is none of ours asks for nothing."""
    state, topic = form.text("stand"), form.text("thema")
    return Asked(
        body=form.text("gremium"),
        topic=topic if topic in TOPICS else "",
        state=State(state) if state in list(State) else None,
        year=form.number("jahr"),
    )


def fields(overview: queries.Overview, asked: Asked) -> list[tuple[str, str, list[tuple[str, str]], str]]:
    """What one can choose: name, words, options, and what is chosen."""
    everything = [("", _("Alle"))]
    years, year = [str(year) for year in overview.years], str(asked.year or "")
    return [
        ("gremium", _("Wer antwortet?"), everything + [(body, body) for body in overview.bodies], asked.body),
        ("thema", _("Thema"), everything + [(code, _(name)) for code, name in TOPICS.items()], asked.topic),
        ("stand", _("Stand"), everything + [(code, _(name)) for code, name in texts.STATES.items()], asked.state or ""),
        ("jahr", _("Übergeben im Jahr"), everything + [(name, name) for name in years], year),
    ]


async def earlier(found: list[queries.Outcome]) -> dict[str, list[queries.Reply]]:
    """By hand-over and number, as the anchors of the page are called."""
    answers = await queries.earlier_answers(found)
    return {f"{handover}-{number}": replies for (handover, number), replies in answers.items()}
