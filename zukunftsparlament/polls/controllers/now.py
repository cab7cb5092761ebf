"""What the live region of a poll's page says, and the next step of those who lead."""

from dataclasses import dataclass, replace

from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.people.access import Me
from zukunftsparlament.polls import queries, texts
from zukunftsparlament.polls.queries import Explanation, Measured, Place, Poll
from zukunftsparlament.polls.rules import VOTES_ARE_TAKEN, PollState, WhyNot, why_not_open, why_not_open_box
from zukunftsparlament.polls.shown import ResultShown
from zukunftsparlament.polls.tie_shown import TieShown, tie_shown
from zukunftsparlament.polls.tie_texts import count_sentence

OPENED = frozenset({PollState.OPEN, PollState.CLOSING, PollState.CLOSED})
NO_WORDS = Explanation()


@dataclass(frozen=True, slots=True)
class Now:
    """`seen`: the state in which a leader's page was made, "" for all others."""

    poll: Poll
    place: Place
    turnout: str
    sentence: str
    seen: str
    explanation: Explanation = NO_WORDS
    tie: TieShown | None = None
    wants_final_vote: bool = False  # a yes or no on what was chosen still has to follow

    @property
    def takes_votes(self) -> bool:
        return self.poll.state in VOTES_ARE_TAKEN

    @property
    def moved_on(self) -> bool:
        return bool(self.seen) and self.seen != self.poll.state


async def now_of(poll: Poll, member: int | None, *, seen: str) -> Now:
    explanation = await queries.explanation_of(poll.id)  # for good: who voted under it must find it again
    if poll.state is PollState.PUBLISHED:
        counted = await queries.counted(poll.number)
        tie = await queries.tie_of(counted)
        waits = replace(counted, tie=tie).waits_for_final_vote
        return Now(poll, Place(), "", count_sentence(counted, tie), seen, explanation, tie_shown(tie), waits)
    if poll.state not in OPENED:
        return Now(poll, Place(), "", "", seen, explanation)
    step = await queries.shown_turnout(poll)
    goes_on = poll.state in VOTES_ARE_TAKEN
    turnout = texts.turnout_sentence(step, of=poll.electorate_size or 0) if step or goes_on else ""
    place = await queries.place_of(member, poll) if goes_on else Place()
    return Now(poll, place, turnout, "", seen, explanation)


@dataclass(frozen=True, slots=True)
class Lead:
    """The next step of those who lead, or why there is none yet. `result`: counted, not yet published."""

    state: str
    why_not: str = ""
    result: ResultShown | None = None
    tie: TieShown | None = None
    wants_final_vote: bool = False
    cockpit: str = ""  # of the sitting in which its next step is taken
    mark: int = 0  # of the item in that sitting


async def lead_of(found: Measured, now: Now) -> Lead:
    poll = found.poll
    held = await queries.held_at(poll)
    if held is not None and held.sitting.goes_on and poll.state is not PollState.PUBLISHED:
        return Lead(poll.state.value, cockpit=f"/vorsitz/{held.sitting.number}")
    if poll.state is PollState.PREPARED:
        members = await queries.electorate(poll.electorate)
        why_not = why_not_open(state=poll.state, roll_size=len(members), secrecy=poll.secrecy)
        if poll.two_key and not why_not:
            why_not = why_not_open_box(confirmed=(await queries.key_cards(poll.id)).confirmed)
        return Lead(poll.state.value, sentence(why_not) if why_not else "")
    if poll.state is PollState.CLOSED:
        fits = await queries.box_fits(poll)
        return Lead(poll.state.value, "" if fits else sentence(WhyNot.BOX_DIFFERS_FROM_TURNOUT))
    if poll.state is PollState.COUNTED:
        return Lead(poll.state.value, result=ResultShown(await queries.counted(poll.number)))
    mark = held.mark if held is not None else 0
    return Lead(poll.state.value, tie=now.tie, wants_final_vote=now.wants_final_vote, mark=mark)


@dataclass(frozen=True, slots=True)
class Wish:
    """For somebody who may ask for a secret vote. `asked`: whether they have, which nobody else sees."""

    number: int
    asked: bool = False
    is_granted: bool = False


async def wish_of(poll: Poll, me: Me | None) -> Wish | None:
    """None where nothing is to be asked for."""
    may_ask = me is not None and me.member is not None and me.seat is not None
    if not may_ask or not poll.binding or poll.is_secret or poll.state is not PollState.PREPARED:
        return None
    assert me and me.member is not None
    return Wish(poll.number, await queries.has_asked_for_secret(poll.id, me.member))
