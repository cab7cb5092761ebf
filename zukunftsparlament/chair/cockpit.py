"""The desk with which two chairs lead a sitting from two phones: one state, one big next step."""

from collections.abc import Awaitable
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from zukunftsparlament.kernel.dates import clock_time
from zukunftsparlament.kernel.hub import hub
from zukunftsparlament.kernel.pages import go_to, page
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.people.access import Me, SignedIn, Typed, leads
from zukunftsparlament.polls import queries as polls
from zukunftsparlament.polls.queries.urgent import to_take_on
from zukunftsparlament.polls.rules import PollState
from zukunftsparlament.sittings import actions, helper_texts, queries, saying_texts
from zukunftsparlament.sittings import texts as texts
from zukunftsparlament.sittings.queries import Lead
from zukunftsparlament.sittings.queries.second_call import why_no_second_call
from zukunftsparlament.sittings.rules import Halt
from zukunftsparlament.sittings.rules.words import REHEARSALS_FROM


async def shown(number: int, me: Me, *, status: int = 200, why: str = "") -> Response[str]:
    """The cockpit, whole or only what changes in it. `why`: what was tapped cannot be done."""
    sitting = await queries.sitting(number)
    version = hub.version(sitting.room)
    meeting, seats = await queries.meeting_and_seats(sitting)
    items = await queries.agenda(sitting.id)
    votes = await polls.chairs_votes(sitting, meeting, items)
    course = await queries.course(sitting, vote=state_of(votes), items=items)
    lead = queries.lead_from(course, meeting, seats)
    decides = await queries.may_decide(me.actor, seats)
    return page(
        "chair/_cockpit.html" if visit.get().wants_fragment else "chair/cockpit.html",
        status=status,
        sitting=sitting,
        version=version,
        lead=lead,
        says=says(lead, votes),
        decides=decides,
        hints=[] if decides else helper_texts.hints(lead.say),
        meeting=meeting,
        votes=votes,
        speaking=await queries.speaking_of(sitting, me.member, items=items),
        leads=decides,
        urgent=await to_take_on(lead.course.urgent),
        calls_again=decides and await why_no_second_call(sitting) is None,
        seats=seats,
        why=why,
    )


def state_of(votes: polls.ChairsVotes) -> str:
    """Of the question that has the next step, "" for none. "hands": they are counted; "tied": something has to follow;
    "drawing": a lot waits."""
    vote = votes.vote
    if vote and votes.is_busy:
        return "hands" if vote.poll.by_hands and vote.state is PollState.OPEN else vote.state.value
    if votes.prepared:
        return "prepared"
    if vote and vote.lot_waits:
        return "drawing"
    return "tied" if vote and (vote.tied or (vote.tie and not vote.tie.final)) else ""


def says(lead: Lead, votes: polls.ChairsVotes) -> str:
    about, until = lead.about, lead.sitting.times.paused_until
    facts = saying_texts.Facts(
        present=lead.meeting.present,
        seats=lead.meeting.seats,
        missing=lead.missing,
        number=about.number if about else "",
        title=about.title if about else "",
        until=clock_time(until) if until else "",
        question=votes.prepared[0].question if votes.prepared else "",
        result=votes.vote.sentence if votes.vote else "",
        lets_in=lead.lets_in,
    )
    return saying_texts.spoken(lead.say, facts)


async def after(act: Awaitable[None], number: int, me: Me) -> Response[Any]:
    """The cockpit as it is now; with the reason if what was tapped cannot be done."""
    try:
        await act
    except Refused as refused:
        return await shown(number, me, status=409, why=sentence(refused.reason))
    return await shown(number, me) if visit.get().wants_fragment else go_to(f"/vorsitz/{number}")


async def votes_must_be_out(number: int) -> None:
    """Nothing ends while the result of a vote is still to come. A box with two keys may take longer. Raises Refused."""
    vote = await polls.vote_of(await queries.sitting(number))
    if vote and vote.counted is None and not (vote.poll.two_key and not vote.takes_votes):
        raise Refused(Halt.VOTE_RUNS)


async def announce_closing(number: int, me: Me) -> None:
    await votes_must_be_out(number)
    await actions.announce_closing(number, actor=me.actor)


class CockpitController(Controller):
    path = "/vorsitz/{number:int}"
    guards = [leads]

    @get(name="cockpit")
    async def show(self, number: FromPath[int], me: SignedIn) -> Response[str]:
        """A phone that is on when a rehearsal is wiped hears of it: an error would leave the last state standing."""
        try:
            return await shown(number, me)
        except Missing:
            if visit.get().wants_fragment and number > REHEARSALS_FROM:
                return page("chair/_over.html")
            raise

    @post("/eroeffnung", name="sitting.open", status_code=200)
    async def open(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        return await after(actions.open_sitting(number, actor=me.actor), number, me)

    @post("/pause", name="sitting.pause", status_code=200)
    async def pause(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        return await after(actions.pause(number, form.number("minutes") or 0, actor=me.actor), number, me)

    @post("/pause/ende", name="sitting.resume", status_code=200)
    async def resume(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        return await after(actions.resume(number, actor=me.actor), number, me)

    @post("/schluss", name="sitting.close", status_code=200)
    async def close(self, number: FromPath[int], me: SignedIn) -> Response[Any]:
        return await after(announce_closing(number, me), number, me)

    @post("/countdown/halt", name="sitting.stop", status_code=200)
    async def stop(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        return await after(actions.stop_countdown(number, form.text("act"), actor=me.actor), number, me)

    @post("/glocke", name="sitting.bell", status_code=200)
    async def bell(self, number: FromPath[int], form: Typed, me: SignedIn) -> Response[Any]:
        """Without a seat: I take it."""
        seat = form.number("seat")
        if seat is None:
            return await after(actions.take_bell(number, actor=me.actor), number, me)
        act = actions.hand_bell(number, seat, actor=me.actor, seen=form.number("seen"))
        return await after(act, number, me)
