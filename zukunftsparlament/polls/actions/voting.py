"""Casting a vote. The shortest way through the house, and the one with the most promises: see TRUST.md."""

import json
from collections.abc import Sequence
from enum import Enum

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.keys import key_for
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import box, queries, receipts, rules
from zukunftsparlament.polls.queries import Place, Poll
from zukunftsparlament.polls.queries.papers import RECEIPT_PURPOSE
from zukunftsparlament.polls.rules import Ballot, Choice, PollState, WhyNot

NOTE_TURNOUT = Sql(
    "INSERT INTO turnout (poll, member) VALUES ($1, $2) ON CONFLICT (poll, member) DO NOTHING RETURNING id"
)
PUT_IN_THE_BOX = Sql("INSERT INTO sealed_ballot (poll, box) VALUES ($1, $2)")
VOTE_OPENLY = Sql(
    "INSERT INTO open_vote (poll, member, choice) VALUES ($1, $2, $3) "
    "ON CONFLICT (poll, member) DO UPDATE SET choice = excluded.choice"
)


class Cast(Enum):
    NOTED = "noted"  # in an open poll: it can be changed until the end
    IS_IN_NOW = "is_in_now"
    WAS_IN_ALREADY = "was_in_already"


async def cast_vote(number: int, chosen: Sequence[str], *, receipt: str = "", voter: int | None) -> Cast:
    """Put one ballot into the box and note that `voter` has voted; in an open poll, note or change the choice.

    `receipt` is the signed one of the form. A secret ballot is sealed before it is stored, and nothing stored links
    it to `voter`; neither the time nor anything else about it is kept, logged or announced.
    A second secret vote changes nothing, whatever it carries. Raises Wrong or Refused; then nothing has changed.
    """
    async with writing():
        poll = await queries.poll_for_casting(number)
        place = await queries.place_of(voter, poll)
        if poll.is_secret and place.has_voted:
            return Cast.WAS_IN_ALREADY
        if why_not := rules.why_not_choice(poll.kind, len(poll.options), chosen=chosen, terms=poll.terms):
            raise _wrong(why_not)
        choice = rules.as_it_counts(poll.kind, chosen)
        if why_not := _why_not_vote(poll, place):
            raise Refused(why_not)
        if not_here := await queries.why_not_vote_here(poll, voter):
            raise Refused(not_here)
        assert voter is not None  # nobody without a card is on a roll
        if poll.is_secret:
            return await _secretly(poll, choice, receipt, voter)
        await VOTE_OPENLY.rows(poll.id, voter, json.dumps(list(choice)))
    return Cast.NOTED


async def _secretly(poll: Poll, choice: Choice, receipt: str, voter: int) -> Cast:
    try:
        drawn = receipts.read(receipt, poll.number, key_for(RECEIPT_PURPOSE))
    except receipts.WrongReceipt:
        raise _wrong(WhyNot.WRONG_RECEIPT) from None
    assert poll.public_key is not None  # set when it was opened
    if not await NOTE_TURNOUT.rows(poll.id, voter):
        return Cast.WAS_IN_ALREADY  # another tap of the same voter came between: the unique index has the last word
    await PUT_IN_THE_BOX.rows(poll.id, box.seal(Ballot(choice, drawn), poll.public_key))
    return Cast.IS_IN_NOW


def _why_not_vote(poll: Poll, place: Place) -> WhyNot | None:
    may_vote = place.on_roll or poll.state is PollState.PREPARED  # before it opens there is no roll yet
    return rules.why_not_vote(state=poll.state, may_vote=may_vote, on_paper=place.on_paper, by_school=poll.by_school)


def _wrong(why_not: WhyNot) -> Wrong:
    return Wrong({"choice": sentence(why_not)})
