"""The list of polls, and one poll. What changes while somebody looks is a live region; a form never is."""

from dataclasses import dataclass
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.forms import Form, query_form
from zukunftsparlament.kernel.pages import AnyRequest, kept
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import SignedIn, Typed, leads, public, whoever
from zukunftsparlament.polls import queries, texts
from zukunftsparlament.polls.controllers import preparing
from zukunftsparlament.polls.controllers.shown import ResultShown
from zukunftsparlament.polls.queries import Measured, Place, Poll
from zukunftsparlament.polls.rules import VOTES_ARE_TAKEN, PollState, WhyNot, why_not_open

OPENED = frozenset({PollState.OPEN, PollState.CLOSING, PollState.CLOSED})


@dataclass(frozen=True, slots=True)
class Now:
    """What the live region says. `seen`: the state in which a leader's page was made, "" for all others."""

    poll: Poll
    place: Place
    turnout: str
    sentence: str
    seen: str

    @property
    def takes_votes(self) -> bool:
        return self.poll.state in VOTES_ARE_TAKEN

    @property
    def moved_on(self) -> bool:
        return bool(self.seen) and self.seen != self.poll.state


class PollController(Controller):
    path = "/abstimmungen"
    guards = [public]

    @get(name="polls")
    async def all(self, request: AnyRequest) -> Response[str]:
        me = whoever()
        ended = await queries.ended(query_form(request).number("seite") or 1)
        mine = await queries.polls_for(me.member if me else None)
        template = "polls/_running.html" if visit.get().wants_fragment else "polls/all.html"
        return kept(template, mine=mine, ended=ended, leads=bool(me and me.leads))

    @post(name="polls.prepare", status_code=303, guards=[leads])
    async def prepare(self, form: Typed, me: SignedIn) -> Response[Any]:
        return await preparing.prepare(form, me.actor)

    @get("/{number:int}", name="poll")
    async def one(self, request: AnyRequest, number: FromPath[int]) -> Response[str]:
        me = whoever()
        found = await queries.measured(number)
        may_lead = bool(me and me.leads)
        seen = query_form(request).text("gesehen") or found.poll.state.value
        now = await _now(found.poll, me.member if me else None, seen=seen if may_lead else "")
        if visit.get().wants_fragment:
            return kept("polls/_now.html", now=now)
        lead = await _lead(found) if may_lead else None
        return kept("polls/one.html", found=found, poll=found.poll, now=now, lead=lead, form=Form())

    @get("/{number:int}/stand", name="poll.now")
    async def banner(self, number: FromPath[int]) -> Response[str]:
        """For whoever holds a ballot: says that the poll is about to close, or closed. Nothing while it is open."""
        return kept("polls/_banner.html", poll=await queries.poll(number))


async def _now(poll: Poll, member: int | None, *, seen: str) -> Now:
    if poll.state is PollState.PUBLISHED:
        return Now(poll, Place(), "", (await queries.counted(poll.number)).sentence, seen)
    if poll.state not in OPENED:
        return Now(poll, Place(), "", "", seen)
    step = await queries.shown_turnout(poll)
    goes_on = poll.state in VOTES_ARE_TAKEN
    turnout = texts.turnout_sentence(step, of=poll.electorate_size or 0) if step or goes_on else ""
    place = await queries.place_of(member, poll) if goes_on else Place()
    return Now(poll, place, turnout, "", seen)


@dataclass(frozen=True, slots=True)
class Lead:
    """The next step of those who lead, or why there is none yet. `result`: counted, not yet published."""

    state: str
    why_not: str = ""
    result: ResultShown | None = None


async def _lead(found: Measured) -> Lead:
    poll = found.poll
    if poll.state is PollState.PREPARED:
        members = await queries.electorate(poll.electorate)
        why_not = why_not_open(state=poll.state, roll_size=len(members), secrecy=poll.secrecy)
        return Lead(poll.state.value, sentence(why_not) if why_not else "")
    if poll.state is PollState.CLOSED:
        fits = await queries.voted(poll) == await queries.ballots_in(poll)
        return Lead(poll.state.value, "" if fits else sentence(WhyNot.BOX_DIFFERS_FROM_TURNOUT))
    if poll.state is PollState.COUNTED:
        return Lead(poll.state.value, result=ResultShown(await queries.counted(poll.number)))
    return Lead(poll.state.value)
