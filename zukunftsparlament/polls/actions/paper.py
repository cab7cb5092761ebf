"""Some vote on paper, and their slips go into the same box as the ballots of the phones.

Nobody knows who takes which slip: they are drawn beforehand and handed out unseen, before the poll opens. Once votes
are taken no more, two people enter what came back. Of the first entry nothing is kept but a fingerprint made with the
server's key; the second, if it is the same, is sealed like any ballot.
"""

import hmac
import json
from hashlib import sha256

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.keys import key_for
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.queries import chair_count
from zukunftsparlament.polls import box, queries, receipts
from zukunftsparlament.polls.actions.closing import close_by_the_clock
from zukunftsparlament.polls.actions.leading import note, poll_to_lead, told
from zukunftsparlament.polls.actions.voting import PUT_IN_THE_BOX, VOTE_OPENLY
from zukunftsparlament.polls.queries import Papers, Poll
from zukunftsparlament.polls.rules import Ballot, as_it_counts
from zukunftsparlament.polls.rules.paper import (
    INVALID,
    Entered,
    WhyNotPaper,
    as_bytes,
    why_not_enter,
    why_not_entered,
    why_not_hand,
    why_not_print,
)
from zukunftsparlament.sittings.queries import Sitting

DRAW = Sql("INSERT INTO paper_slip (poll, receipt) VALUES ($1, $2) ON CONFLICT (poll, receipt) DO NOTHING RETURNING id")
GIVE = Sql("INSERT INTO paper_seat (poll, seat) VALUES ($1, $2)")
TAKE_BACK = Sql("DELETE FROM paper_seat WHERE poll = $1 AND seat = $2")
ENTER = Sql(
    "INSERT INTO paper_entry (poll, round, actor, fingerprint) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (poll, round, actor) DO UPDATE SET fingerprint = excluded.fingerprint"
)
ACCEPT = Sql("UPDATE poll SET paper_given = $2, paper_returned = $3, paper_invalid = $4 WHERE id = $1")
FORGET_ENTRIES = Sql("DELETE FROM paper_entry WHERE poll = $1")
PURPOSE = "slips on paper"


async def draw_slips(number: int, more: int, *, printed: int, actor: str) -> None:
    """`printed`: how many there were on the page that asks, so that a second tap draws no more. Raises Refused."""
    async with writing():
        poll, papers = await _with_paper(number, actor)
        if not poll.is_secret:
            raise Refused(WhyNotPaper.NO_PAPER_HERE)
        if why_not := why_not_print(poll.state, more, printed=len(papers.drawn)):
            raise Refused(why_not)
        if printed != len(papers.drawn):
            return
        left = more
        while left:
            left -= len(await DRAW.rows(poll.id, receipts.draw()))
        announce(*poll.rooms)
        await note(number, actor=actor, verb="draw_slips", slips=printed + more)


async def give_slip(number: int, seat: int, *, actor: str) -> None:
    """This seat will vote on paper, not by phone. Twice is no error. Raises Refused."""
    async with writing():
        poll, papers = await _with_paper(number, actor)
        if why_not := why_not_hand(poll.state):
            raise Refused(why_not)
        if seat in papers.given:
            return
        if seat not in papers.seats:
            raise Refused(WhyNotPaper.NO_SUCH_SEAT)
        if poll.is_secret and len(papers.given) >= len(papers.drawn):
            raise Refused(WhyNotPaper.NO_SLIPS_LEFT)
        await GIVE.rows(poll.id, seat)
        announce(*poll.rooms)


async def take_slip_back(number: int, seat: int, *, actor: str) -> None:
    """This seat will vote by phone after all. Raises Refused."""
    async with writing():
        poll, papers = await _with_paper(number, actor)
        if why_not := why_not_hand(poll.state):
            raise Refused(why_not)
        if seat in papers.given:
            await TAKE_BACK.rows(poll.id, seat)
            announce(*poll.rooms)


async def enter_slips(number: int, entered: Entered, *, round: int = 0, actor: str) -> bool:
    """Whether all slips are in the box now. `round`: which one the form was about, 0: any.

    The second of a round who enters the same puts them in; who enters something else makes both begin again, and
    neither hears what the other has entered. Raises Refused.
    """
    await close_by_the_clock(number)
    async with writing():
        poll, sitting, papers = await _locked(number, actor)
        if poll.paper_given is not None:
            return True
        if why_not := why_not_enter(poll.state, given=len(papers.given)) or _why_not(poll, papers, entered):
            raise Refused(why_not)
        if round and round != papers.round:
            return False  # a second tap of a form that has been answered before
        entered = {slip: as_it_counts(poll.kind, choice) for slip, choice in entered.items()}
        others = [one for one in papers.now if one != actor]
        if others and not any(one.startswith("chair:") for one in (*others, actor)) and await chair_count():
            raise Refused(WhyNotPaper.ONE_OF_THE_CHAIRS)
        mine = _fingerprint(poll, papers.round, entered)
        agreed = bool(others) and hmac.compare_digest(papers.now[others[0]], mine)
        if agreed:
            await _put_in(poll, papers, entered, sitting=sitting, actor=actor)
        else:
            await ENTER.rows(poll.id, papers.round, actor, mine)
            announce(*poll.rooms)
        return agreed


async def _put_in(poll: Poll, papers: Papers, entered: Entered, *, sitting: Sitting | None, actor: str) -> None:
    valid = {slip: choice for slip, choice in entered.items() if choice != INVALID}
    for slip, choice in valid.items():
        if poll.is_secret:
            assert poll.public_key is not None  # set when it was opened
            await PUT_IN_THE_BOX.rows(poll.id, box.seal(Ballot(choice, slip), poll.public_key))
        else:
            await VOTE_OPENLY.rows(poll.id, papers.seats[int(slip)], json.dumps(list(choice)))
    numbers = {"given": len(papers.given), "returned": len(entered), "invalid": len(entered) - len(valid)}
    await ACCEPT.rows(poll.id, *numbers.values())
    await FORGET_ENTRIES.rows(poll.id)
    await told(poll, sitting, "paper", verb="enter_paper", actor=actor, facts=numbers, **numbers)


async def _with_paper(number: int, actor: str) -> tuple[Poll, Papers]:
    poll, _sitting, papers = await _locked(number, actor)
    return poll, papers


async def _locked(number: int, actor: str) -> tuple[Poll, Sitting | None, Papers]:
    """Inside `writing()`. The adult who helps may hand out and enter slips too."""
    poll, sitting = await poll_to_lead(number, actor, also_office=True)
    if sitting is None or poll.by_hands or poll.by_school:
        raise Refused(WhyNotPaper.NO_PAPER_HERE)
    return poll, sitting, await queries.papers_of(poll)


def _why_not(poll: Poll, papers: Papers, entered: Entered) -> WhyNotPaper | None:
    return why_not_entered(
        entered,
        slips=papers.slips(poll),
        given=len(papers.given),
        kind=poll.kind,
        options=len(poll.options),
        terms=poll.terms,
    )


def _fingerprint(poll: Poll, round: int, entered: Entered) -> bytes:
    """Of another round or poll it is another one: the store shows nobody what was entered, nor whether it was alike."""
    message = b"\0".join((str(poll.number).encode(), str(round).encode(), as_bytes(entered)))
    return hmac.new(key_for(PURPOSE), message, sha256).digest()
