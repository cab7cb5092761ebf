"""The words of a parliament in plain words: a page, and one word at a time for help on tap."""

from typing import Any

from litestar import Controller, Response, get
from litestar.params import FromPath

from zukunftsparlament.kernel.pages import kept
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.words import WORDS
from zukunftsparlament.people.access import public

BY_SLUG = {word.slug: word for word in WORDS}


class WordsController(Controller):
    path = "/woerter"
    guards = [public]

    @get("", name="words")
    async def all(self) -> Response[Any]:
        return kept("public/words.html", words=WORDS)

    @get("/{slug:str}", name="word")
    async def one(self, slug: FromPath[str]) -> Response[Any]:
        """What htmx puts under the paragraph; as a page of its own for whoever opens the address."""
        if slug not in BY_SLUG:
            raise Missing
        return kept("public/word.html", word=BY_SLUG[slug])
