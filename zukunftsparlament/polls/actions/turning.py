"""Two key cards open the box: whoever comes first leaves their share, sealed for the other two; the second one counts.

What the first card opens is never stored open: it waits sealed for the other two cards. So the two may use different
devices and different servers, one minute or one day apart, and a crash in between loses nothing. The whole key exists
only inside the request that counts.
"""

from enum import Enum

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.secrets import slowly
from zukunftsparlament.polls import box, key_cards, queries, rules, shamir
from zukunftsparlament.polls.actions.closing import close_by_the_clock
from zukunftsparlament.polls.actions.counting import ALREADY, count_poll
from zukunftsparlament.polls.actions.leading import note, poll_to_lead
from zukunftsparlament.polls.key_cards import BrokenShare
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.queries.key_cards import KeyCard, KeyCards
from zukunftsparlament.polls.rules import WhyNot

TURNED = Sql("UPDATE poll_key_card SET turned_at = $2 WHERE id = $1")
LEAVE = Sql("UPDATE poll_key_card SET turned_share = $2 WHERE id = $1")


class Turned(Enum):
    FIRST = "first"  # one more is needed
    COUNTED = "counted"


async def turn_key(number: int, card: bytes, *, actor: str) -> Turned:
    """Whoever leads may bring a card, theirs or somebody's: it is the card that opens. The same card twice is once.

    Raises Refused for a card of another poll or one that was replaced, and where the box may not be opened (yet).
    """
    private = await slowly(key_cards.private_key, card, poll=number)
    await close_by_the_clock(number)
    async with writing():
        poll, _sitting = await poll_to_lead(number, actor, also_office=True)  # one of the cards is the office's
        if not poll.two_key:
            raise Refused(WhyNot.NO_KEY_CARDS_HERE)
        if poll.state in ALREADY:
            return Turned.COUNTED
        ballots, turnout = await queries.ballots_in(poll), await queries.voted(poll)
        why_not = rules.why_not_count(state=poll.state, ballots=ballots, turnout=turnout, paper_waits=poll.paper_waits)
        if why_not:
            raise Refused(why_not)
        cards = await queries.key_cards(poll.id)
        mine = cards.that_is(box.public_key(private))
        if mine is None:
            raise Refused(WhyNot.KEY_CARD_UNKNOWN)
        if cards.turned is None:
            await _leave_share(poll, cards, mine, private, actor=actor)
            return Turned.FIRST
        if cards.turned == mine:
            return Turned.FIRST
        await count_poll(number, actor=actor, private=_whole_key(poll, mine, cards.turned, private))
        return Turned.COUNTED


async def _leave_share(poll: Poll, cards: KeyCards, mine: KeyCard, private: bytes, *, actor: str) -> None:
    share = _opened(poll, mine.share, mine.place, private)
    await TURNED.rows(mine.id, now())
    for other in cards.taken:
        if other != mine:
            sealed = key_cards.seal_share(share, poll=poll.number, place=mine.place, public=other.public_key)
            await LEAVE.rows(other.id, sealed)
    announce(*poll.rooms)
    await note(poll.number, actor=actor, verb="turn_key")


def _whole_key(poll: Poll, mine: KeyCard, first: KeyCard, private: bytes) -> bytes:
    shares = {
        mine.place: _opened(poll, mine.share, mine.place, private),
        first.place: _opened(poll, mine.turned_share, first.place, private),
    }
    whole = shamir.combine(shares)
    if box.public_key(whole) != poll.public_key:
        raise Refused(WhyNot.BOX_DOES_NOT_OPEN)
    return whole


def _opened(poll: Poll, sealed: bytes | None, place: int, private: bytes) -> bytes:
    try:
        return key_cards.open_share(sealed or b"", poll=poll.number, place=place, private=private)
    except BrokenShare:
        raise Refused(WhyNot.BOX_DOES_NOT_OPEN) from None
