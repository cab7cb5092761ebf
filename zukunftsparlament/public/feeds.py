"""What is new, for whoever reads with a feed reader: proposals, and the answers to them. Nobody's name is in it."""

from litestar import Controller, Response, get

from zukunftsparlament.handovers.queries.feed import AnswerInFeed, answers_in_feed
from zukunftsparlament.kernel.place import place
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import public
from zukunftsparlament.proposals.queries.feed import InFeed, newest_in_feed
from zukunftsparlament.proposals.timeline import ANSWERS
from zukunftsparlament.public.atom import Entry, feed

ATOM = "application/atom+xml"


class FeedController(Controller):
    guards = [public]

    @get("/vorschlaege.atom", name="feed.proposals", media_type=ATOM)
    async def proposals(self) -> Response[bytes]:
        return _feed("/vorschlaege", _("Neue Vorschläge"), [_proposal(one) for one in await newest_in_feed()])

    @get("/daraus-geworden.atom", name="feed.answers", media_type=ATOM)
    async def answers(self) -> Response[bytes]:
        return _feed("/daraus-geworden", _("Neue Antworten"), [_answer(one) for one in await answers_in_feed()])


def _feed(path: str, title: str, entries: list[Entry]) -> Response[bytes]:
    """The same for everybody: whoever asks again is told whether it still is."""
    visit.get().keeps = visit.get().me is None
    page, parliament = _absolute(path), place().parliament
    body = feed(address=f"{page}.atom", page=page, title=f"{title} – {parliament}", author=parliament, entries=entries)
    return Response(body, media_type=ATOM)


def _proposal(one: InFeed) -> Entry:
    address = _absolute(f"/vorschlaege/{one.number}")
    text = "\n\n".join(part for part in (one.text, one.reason) if part)
    return Entry(address, address, one.title, text, one.released_at, one.edited_at or one.released_at)


def _answer(one: AnswerInFeed) -> Entry:
    decision = _absolute(f"/daraus-geworden/{one.handover}#{one.number}")
    address = _absolute(f"/vorschlaege/{one.proposal}") if one.proposal else decision
    text = f"{one.body}: {_(ANSWERS[one.answer][1])}\n\n{one.reason}"
    return Entry(decision, address, one.title, text, one.first_at, one.given_at)


def _absolute(path: str) -> str:
    return f"{settings().base_url.rstrip('/')}{path}"
