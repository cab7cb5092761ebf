"""What is published about a counted poll: the page, the list, its signature, the verifier. 404 before."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from litestar import Controller, Response, get
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.pages import download, kept
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import public
from zukunftsparlament.polls import actions, pruefen, published, queries
from zukunftsparlament.polls.controllers.doors import published_poll
from zukunftsparlament.polls.controllers.recounts import fingerprint_of
from zukunftsparlament.polls.draws import draws_of
from zukunftsparlament.polls.shown import ResultShown
from zukunftsparlament.polls.tie_shown import tie_shown
from zukunftsparlament.polls.tie_texts import count_sentence

VERIFIER = Path(pruefen.__file__).read_bytes()


class ResultController(Controller):
    path = "/abstimmungen/{number:int}"
    guards = [public]

    @get("/ergebnis", name="poll.result")
    async def result(self, number: FromPath[int]) -> Response[str]:
        counted = await published_poll(number)
        tie = await queries.tie_of(counted)
        counted = replace(counted, tie=tie)
        found: dict[str, Any] = {
            "poll": counted.poll,
            "counted": counted,
            "sentence": count_sentence(counted, tie),
            "tie": tie_shown(tie),
            "explanation": await queries.explanation_of(counted.poll.id),
            "fingerprint": fingerprint_of(counted),
            "form": Form(),
        }
        # Whoever is not signed in reads seats only, here as everywhere: the open web never forgets a name.
        wants_names = counted.poll.is_by_name and visit.get().me is not None
        names = await queries.names_by_seat(counted.poll) if wants_names else {}
        return kept("polls/result.html", shown=ResultShown(counted, names), **found)

    @get("/liste.json", name="poll.list")
    async def list_(self, number: FromPath[int]) -> Response[bytes]:
        listed = (await published_poll(number)).listed
        return download(listed, name="liste.json", media_type="application/json")

    @get("/liste.sig", name="poll.signature")
    async def signature(self, number: FromPath[int]) -> Response[bytes]:
        signature = (await published_poll(number)).signature
        return download(signature, name="liste.sig", media_type="application/octet-stream")

    @get("/los.json", name="poll.lot")
    async def lot(self, number: FromPath[int]) -> Response[bytes]:
        """Drawn after the count: the list was published before and stays as it is."""
        draws = draws_of(await queries.tie_of(await published_poll(number)))
        if not draws:
            raise Missing
        content = published.canonical({"poll": number, "draws": draws})
        return download(content, name="los.json", media_type="application/json")

    @get("/pruefen.py", name="poll.verifier")
    async def verifier(self, number: FromPath[int]) -> Response[bytes]:
        await published_poll(number)
        return download(VERIFIER, name="pruefen.py", media_type="text/x-python; charset=utf-8")


class KeyController(Controller):
    guards = [public]

    @get("/schluessel.pem", name="signing_key")
    async def key(self) -> Response[bytes]:
        """With it anybody checks the signatures under our lists. Its other half never leaves the key folder."""
        pem = published.public_pem(actions.signing_seed()).encode()
        return download(pem, name="schluessel.pem", media_type="application/x-pem-file")
