"""The slips of a counted secret poll: looked through, searched by their pictures, and any of them shown as if it were
one's own. Whoever is asked "show me your slip" can show any."""

from dataclasses import dataclass

from litestar import Controller, Response, get
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import query_form
from zukunftsparlament.kernel.pages import AnyRequest, kept
from zukunftsparlament.kernel.picture_words import fold
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.people.access import public
from zukunftsparlament.polls.controllers.doors import published_poll
from zukunftsparlament.polls.queries import CountedPoll
from zukunftsparlament.polls.shown import ResultShown, Slip

PAGE_SIZE = 30


@dataclass(frozen=True, slots=True)
class SlipPage:
    """`wanted`: what was searched for. `slips` in the order of the receipts."""

    slips: list[Slip]
    found: int
    page: int
    pages: int
    wanted: str


class SlipController(Controller):
    path = "/abstimmungen/{number:int}/zettel"
    guards = [public]

    @get(name="poll.slips")
    async def all(self, request: AnyRequest, number: FromPath[int]) -> Response[str]:
        counted = await _secret(number)
        asked = query_form(request)
        shown = slip_page(ResultShown(counted).slips, asked.text("zeichen"), asked.number("seite") or 1)
        return kept("polls/slips.html", poll=counted.poll, shown=shown, form=asked)

    @get("/{receipt:str}", name="poll.slip")
    async def one(self, number: FromPath[int], receipt: FromPath[str]) -> Response[str]:
        """The same page for every slip: nothing on it tells whose it is."""
        counted = await _secret(number)
        slips = [slip for slip in ResultShown(counted).slips if slip.receipt == receipt]
        if not slips:
            raise Missing
        return kept("polls/slip.html", poll=counted.poll, slips=slips)


async def _secret(number: int) -> CountedPoll:
    counted = await published_poll(number)
    if not counted.poll.is_secret:
        raise Missing
    return counted


def slip_page(slips: list[Slip], wanted: str, page: int) -> SlipPage:
    """`wanted`: words of a receipt in any order, some of them, or their beginnings."""
    words = [fold(word) for word in wanted.replace("-", " ").replace("·", " ").split()]
    found = [slip for slip in slips if _has(slip, words)]
    pages = max(1, -(-len(found) // PAGE_SIZE))
    page = min(max(1, page), pages)
    return SlipPage(found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE], len(found), page, pages, wanted)


def _has(slip: Slip, words: list[str]) -> bool:
    marks = [picture.slug for picture in slip.words]
    for word in words:
        mark = next((mark for mark in marks if mark.startswith(word)), None)
        if mark is None:
            return False
        marks.remove(mark)
    return True
