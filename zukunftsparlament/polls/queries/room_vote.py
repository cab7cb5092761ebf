"""The one question of a sitting that counts right now, as its phones, its cockpit and its projector show it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import texts
from zukunftsparlament.polls.queries.asked import POLL_AND_WORDS, WORDS, Explanation, explanation_in
from zukunftsparlament.polls.queries.counted import CountedPoll, counted
from zukunftsparlament.polls.queries.fund import Fund, fund_by_id
from zukunftsparlament.polls.queries.hands import Hands, hands_of
from zukunftsparlament.polls.queries.in_sitting import polls_of
from zukunftsparlament.polls.queries.roll import OPENLY, SECRETLY, step_of
from zukunftsparlament.polls.queries.rows import Poll
from zukunftsparlament.polls.queries.stirring import stirred
from zukunftsparlament.polls.queries.ties import tie_of
from zukunftsparlament.polls.rules import VOTES_ARE_TAKEN, PollState, TieState, Way
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.queries import Item, Sitting

if TYPE_CHECKING:  # they draw what stands here
    from zukunftsparlament.polls.shown import ResultShown
    from zukunftsparlament.polls.tie_shown import TieShown


NO_WORDS = Explanation()
SO_FAR = Sql(
    f"SELECT {SECRETLY} AS secretly, {OPENLY} AS openly, {WORDS} "  # noqa: S608  constants of this room only
    f"FROM {POLL_AND_WORDS} WHERE p.id = $1"
)


@dataclass(frozen=True, slots=True)
class SittingVote:
    """`step`: turnout as far as it may be shown, 0 is nothing. `counted`: once there is a result for all to see.

    `tied`: number of the poll whose tie has to be settled now, after this vote on the way.
    """

    poll: Poll
    step: int = 0
    counted: CountedPoll | None = None
    explanation: Explanation = NO_WORDS
    hands: Hands | None = None
    fund: Fund | None = None
    stirred: int = 0  # how many have mixed a lot that waits
    tied: int | None = None

    @property
    def state(self) -> PollState:
        return self.poll.state

    @property
    def takes_votes(self) -> bool:
        return self.poll.state in VOTES_ARE_TAKEN

    @property
    def ends_at(self) -> datetime | None:
        """Of a countdown that runs."""
        return self.poll.times.closing_at if self.poll.state is PollState.CLOSING else None

    @property
    def of(self) -> int:
        return self.poll.electorate_size or 0

    @property
    def turnout(self) -> str:
        return texts.handed_in(self.step, of=self.of, schools=self.poll.by_school)

    @property
    def hands_said(self) -> str:
        """How far those who count the hands have come."""
        return texts.hands_said(self.hands.counted, again=self.hands.round > 1) if self.hands else ""

    @property
    def is_straw(self) -> bool:
        return not self.poll.binding and not self.poll.practice

    @property
    def sentence(self) -> str:
        """What the count says, and as long as nothing has followed what has to; "" before it is published."""
        from zukunftsparlament.polls.tie_texts import count_sentence

        return count_sentence(self.counted, self.counted.tie) if self.counted else ""

    @property
    def shown(self) -> "ResultShown | None":
        from zukunftsparlament.polls.shown import ResultShown

        return ResultShown(self.counted) if self.counted else None

    @property
    def tie(self) -> "TieShown | None":
        from zukunftsparlament.polls.tie_shown import tie_shown

        return tie_shown(self.counted.tie) if self.counted else None

    @property
    def lot_waits(self) -> bool:
        tie = self.counted.tie if self.counted else None
        return tie is not None and tie.stands.state is TieState.DRAWING

    @property
    def wants_final_vote(self) -> bool:
        return self.counted is not None and self.counted.waits_for_final_vote


async def vote_of(sitting: Sitting) -> SittingVote | None:
    """The one that is open or waits for its result; else the last result of the item that is dealt with."""
    return await vote_about(sitting, await sittings.running_item(sitting.id)) if sitting.goes_on else None


async def vote_about(sitting: Sitting, running: Item | None) -> SittingVote | None:
    """`running`: the item that is dealt with."""
    return await vote_among(await polls_of(sitting), running) if sitting.goes_on else None


async def vote_among(found: Sequence[Poll], item: Item | None) -> SittingVote | None:
    begun = [poll for poll in found if poll.times.opened_at and not poll.times.published_at]
    if begun:
        return await _going_on(begun[0])
    over = [(poll.times.published_at, poll.number) for poll in found if item and poll.item == item.id]
    last = max(((at, number) for at, number in over if at), default=None)
    return None if last is None else await _last(last[1])


async def _going_on(poll: Poll) -> SittingVote:
    row = await SO_FAR.row(poll.id)
    assert row
    said, fund = explanation_in(row), await _fund_of(poll)
    if poll.by_hands:
        return SittingVote(poll, explanation=said, hands=await hands_of(poll), fund=fund)
    cast = row["secretly"] if poll.is_secret else row["openly"]
    return SittingVote(poll, step_of(poll, cast), explanation=said, fund=fund)


async def _last(number: int) -> SittingVote:
    """After a vote on the way out of a tie: what was tied, as soon as it is settled or its lot lies ready."""
    vote = await _result(number)
    about = vote.poll.after_tie_number if vote.poll.after_tie_as == Way.WAYS else None
    tied = await _result(about) if about else None
    if tied is None or tied.counted is None or tied.counted.tie is None:
        return vote
    match tied.counted.tie.stands.state:
        case TieState.WAITS:
            return replace(vote, tied=about)
        case TieState.GOES_ON:
            return vote
    return tied


async def _result(number: int) -> SittingVote:
    found = await counted(number)
    found = replace(found, tie=await tie_of(found))
    waits = found.tie is not None and found.tie.stands.state is TieState.DRAWING
    mixed = len(await stirred(number)) if waits else 0
    return SittingVote(found.poll, found.poll.turnout or 0, found, fund=await _fund_of(found.poll), stirred=mixed)


async def _fund_of(poll: Poll) -> Fund | None:
    return None if poll.fund is None else await fund_by_id(poll.fund)
