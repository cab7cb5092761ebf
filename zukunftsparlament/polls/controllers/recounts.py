"""Counting again in the browser: as a page, and as one file that works without this server."""

from base64 import b64encode

from litestar import Controller, Response, get
from litestar.params import FromPath
from minijinja import safe

from zukunftsparlament.kernel.assets import source
from zukunftsparlament.kernel.pages import download, kept, render
from zukunftsparlament.kernel.picture_words import RECEIPT_WORDS
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import public
from zukunftsparlament.polls import actions, published
from zukunftsparlament.polls.controllers.doors import published_poll
from zukunftsparlament.polls.fingerprints import fingerprint
from zukunftsparlament.polls.queries import CountedPoll
from zukunftsparlament.polls.shown import Picture

SCRIPTS = ("recount-bytes.js", "recount-count.js", "recount-rank.js", "recount-check.js", "recount-page.js")
WORDS = " ".join(picture.word for picture in RECEIPT_WORDS)


def fingerprint_of(counted: CountedPoll) -> list[Picture]:
    return [Picture(one.word, one.slug) for one in fingerprint(counted.listed)]


class RecountController(Controller):
    path = "/abstimmungen/{number:int}"
    guards = [public]

    @get("/nachzaehlen", name="poll.recount")
    async def page(self, number: FromPath[int]) -> Response[str]:
        counted = await published_poll(number)
        return kept(
            "polls/recount.html",
            poll=counted.poll,
            counted=counted,
            fingerprint=fingerprint_of(counted),
            scripts=SCRIPTS,
            words=WORDS,
        )

    @get("/nachzaehlen.html", name="poll.recount_file")
    async def file(self, number: FromPath[int]) -> Response[bytes]:
        """List, signature, key and script in one file, for whoever trusts no server."""
        counted = await published_poll(number)
        visit.get().explained = None  # links for hard words would lead nowhere in a file
        html = render(
            "polls/recount_file.html",
            poll=counted.poll,
            counted=counted,
            fingerprint=[(picture.word, _svg(picture)) for picture in fingerprint_of(counted)],
            script=safe("\n".join(_text(f"more/{name}") for name in SCRIPTS)),
            style=safe(_text("more/recount-file.css") + _text("more/recount.css")),
            words=WORDS,
            listed=safe(b64encode(counted.listed).decode()),
            signature=safe(b64encode(counted.signature).decode()),
            key=safe(published.public_pem(actions.signing_seed())),
        )
        return download(html.encode(), name="nachzaehlen.html", media_type="text/html")


def _text(name: str) -> str:
    return (source(name) or b"").decode()


def _svg(picture: Picture) -> str:
    return "data:image/svg+xml;base64," + b64encode(source(f"pictures/{picture.slug}.svg") or b"").decode()
